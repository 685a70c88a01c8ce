import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Payload } from 'payload'
import { undoBrokenOff } from '../../../cms/imports/index.ts'
import { beginTown, isEmpty, seedTown, type SeededPerson } from '../../../cms/seed/index.ts'
import type { Clock } from '../process/clock.ts'
import { writeDurably } from '../disk/durable-file.ts'
import type { Env } from '../process/env.ts'
import type { StartBanner } from './start-banner.ts'
import { PASSWORDS_FILE } from '../disk/passwords-file.ts'

export type Begun = { readonly demo: boolean; readonly passwords: StartBanner['passwords'] }

/** A password the installer chose himself is written nowhere. */
const lines = (people: readonly SeededPerson[], chosen: boolean, demo: boolean): string =>
  [
    demo
      ? '# 演示镇：这些密码可以一直用。The demo town: these passwords stay as they are.'
      : '# 首次登录用，登录时就要换成自己的密码；换好后请删除本文件。For the first sign-in, which asks for a password of your own; delete this file after it.',
    '# 角色、姓名、登录名、密码。Role, name, sign-in name, password.',
    ...people
      .filter(({ role }) => !(chosen && role === 'administrator'))
      .map(({ role, name, username, password }) => [role, name, username, password].join('\t')),
    '',
  ].join('\n')

const isDemo = async (payload: Payload): Promise<boolean> => {
  const town = await payload.findGlobal({ slug: 'town', overrideAccess: true, depth: 0 })
  return (town as { demo?: boolean | null }).demo === true
}

const writePasswords = ({ dataDir, admin, seed }: Env, people: readonly SeededPerson[]): Promise<void> =>
  writeDurably(
    join(dataDir, PASSWORDS_FILE),
    Buffer.from(lines(people, admin !== null, seed === 'demo'), 'utf8'),
    0o600,
  )

const seedDemo = async (payload: Payload, env: Env, clock: Clock): Promise<StartBanner['passwords']> => {
  const pictures = (name: string): Promise<Uint8Array> => readFile(resolve('media/pictures', `${name}.png`))
  const { people } = await seedTown(payload, {
    now: clock(),
    random: randomBytes,
    pictures,
    administrator: env.admin ?? undefined,
  })
  await writePasswords(env, people)
  return 'file'
}

const beginReal = async (payload: Payload, env: Env): Promise<StartBanner['passwords']> => {
  const { admin } = env
  const { people } = await beginTown(payload, { random: randomBytes, ...admin })
  const [first] = people
  // Written to the file before anything else may fail, or the only password would be lost.
  if (first && !admin) await writePasswords(env, people)
  return first && !admin ? { username: first.username, password: first.password } : null
}

type Tools = { readonly clock: Clock; readonly tell: (zh: string, en: string) => void }

/** Fills an empty database as SEED says; in one that holds people, what an import had begun and not ended is taken back. */
export const openTown = async (payload: Payload, env: Env, { clock, tell }: Tools): Promise<Begun> => {
  const begin = (): Promise<StartBanner['passwords']> => {
    if (env.seed === 'none') return beginReal(payload, env)
    tell('建演示镇', 'making the demo town')
    return seedDemo(payload, env, clock)
  }
  await undoBrokenOff(payload)
  const passwords = (await isEmpty(payload)) ? await begin() : null
  return { demo: await isDemo(payload), passwords }
}
