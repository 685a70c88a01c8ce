import { isAbsolute, join, resolve } from 'node:path'
import { passwordFaults } from '../../model/password.ts'
import { refusal, RefusalError, type Refusal } from '../../errors/refusal.ts'

/** Everything the product reads from its environment, decoded once. `.env.example` lists the same names. */
export type Env = {
  readonly port: number
  readonly host: string
  readonly publicUrl: string | null
  /** Absolute folder of database, keys, uploads and objects. */
  readonly dataDir: string
  readonly databaseUri: string
  readonly seed: 'demo' | 'none'
  readonly admin: { readonly email: string; readonly password: string } | null
  readonly production: boolean
  /** The server mail goes out by, and from whom; null where the town sends none. */
  readonly mail: MailServer | null
  /** Hosts of the town's own network that notices may go to, as `name` or `name:port`, in lower case. */
  readonly webhookHosts: readonly string[]
}

/** `url` holds the password of the mailbox. */
export type MailServer = { readonly url: string; readonly from: string }

/** Names the running product reads; tests add their own. */
export const ENV_NAMES = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DATA_DIR',
  'DATABASE_URI',
  'SEED',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'SMTP_URL',
  'MAIL_FROM',
  'WEBHOOK_HOSTS',
] as const

type Source = Readonly<Record<string, string | undefined>>
type Faults = Refusal[]

const fault = (faults: Faults, field: string, got: string): void => {
  faults.push(refusal('ENV_INVALID', { field, got }))
}

const portOf = (text: string, faults: Faults): number => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  fault(faults, 'PORT', `PORT=${text} (0–65535)`)
  return 0
}

const publicUrlOf = (text: string, faults: Faults): string | null => {
  if (!text) return null
  try {
    const url = new URL(text)
    if (/^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin
  } catch {
    // falls through to the one message for every malformed address
  }
  fault(faults, 'PUBLIC_URL', `PUBLIC_URL=${text} (https://…)`)
  return null
}

/** As people are kept: an address the desk would refuse must not be found out after the town was begun. */
const ADDRESS =
  /^(?!.*\.\.)[\w!#$%&'*+/=?^`{|}~-](?:[\w!#$%&'*+/=?^`{|}~.-]*[\w!#$%&'*+/=?^`{|}~-])?@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/i

const adminOf = (email: string, password: string, faults: Faults): Env['admin'] => {
  if (!email && !password) return null
  if (!ADDRESS.test(email)) fault(faults, 'ADMIN_EMAIL', `ADMIN_EMAIL=${email}`)
  if (password.length < 12 || passwordFaults(password, { username: 'admin' }).length > 0)
    fault(faults, 'ADMIN_PASSWORD', 'ADMIN_PASSWORD (≥ 12, not easily guessed)')
  return { email, password }
}

const MAILBOX = /^(?:[^<>"\p{Cc}]{0,60}<([^<>\s]+)>|([^<>\s]+))$/u

/** No fault repeats the address of the server: the password stands in it. */
const mailOf = (url: string, from: string, faults: Faults): MailServer | null => {
  if (!url && !from) return null
  if (!URL.canParse(url) || !/^smtps?:\/\/[^/]/.test(url))
    fault(faults, 'SMTP_URL', 'SMTP_URL (smtp://… | smtps://…)')
  const [, named, plain] = MAILBOX.exec(from) ?? []
  if (!ADDRESS.test(named ?? plain ?? ''))
    fault(faults, 'MAIL_FROM', `MAIL_FROM=${from} (银盾 <led@town.cn>)`)
  return { url, from }
}

const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?$/

const hostsOf = (text: string, faults: Faults): readonly string[] => {
  const hosts = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  for (const host of hosts) if (!HOST.test(host)) fault(faults, 'WEBHOOK_HOSTS', `WEBHOOK_HOSTS: ${host}`)
  return hosts
}

/** Reads all of it before failing, so that an installer mends every fault in one go. Throws RefusalError. */
export const readEnv = (source: Source, cwd: string): Env => {
  const faults: Faults = []
  const text = (name: (typeof ENV_NAMES)[number], fallback = ''): string => source[name]?.trim() || fallback
  const dir = text('DATA_DIR', './data')
  const dataDir = isAbsolute(dir) ? dir : resolve(cwd, dir)
  const production = source['NODE_ENV'] === 'production'
  const file = production ? 'silver-shield.db' : 'silver-shield-dev.db'
  const databaseUri = text('DATABASE_URI', `file:${join(dataDir, file)}`)
  if (!/^(mongodb(\+srv)?:\/\/|file:)/.test(databaseUri)) {
    fault(faults, 'DATABASE_URI', 'DATABASE_URI (mongodb://… | file:…)')
  }
  const seed = text('SEED', 'demo')
  if (seed !== 'demo' && seed !== 'none') fault(faults, 'SEED', `SEED=${seed} (demo | none)`)
  const env: Env = {
    port: portOf(text('PORT', '3000'), faults),
    host: text('HOST', '127.0.0.1'),
    publicUrl: publicUrlOf(text('PUBLIC_URL'), faults),
    dataDir,
    databaseUri,
    seed: seed === 'none' ? 'none' : 'demo',
    admin: adminOf(text('ADMIN_EMAIL'), text('ADMIN_PASSWORD'), faults),
    production,
    mail: mailOf(text('SMTP_URL'), text('MAIL_FROM'), faults),
    webhookHosts: hostsOf(text('WEBHOOK_HOSTS'), faults),
  }
  const [first, ...more] = faults
  if (first) throw new RefusalError(first, ...more)
  return env
}
