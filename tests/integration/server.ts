/** A whole town without the admin's pages: its own process, folder and database, on whichever database the lane runs. */
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '../../src/errors/refusal.ts'
import { ADMINISTRATOR } from '../builders/people.ts'
import { giveBack, lendDatabase, template } from '../templates/ask.ts'
import type { Staff, TownName, TownTemplate } from '../templates/kinds.ts'
import { copyDatabase, dropDatabase } from '../templates/mongodb.ts'
import { killProcess, startBundle, stopProcess, type Started } from '../templates/serving.ts'
import type { Said } from './serve.ts'

export type TestServer = {
  readonly origin: string
  readonly dataDir: string
  /** null: the SQLite file in `dataDir`. */
  readonly mongodb: string | null
  readonly staff: Staff | null
  readonly pid: () => number
  readonly start: () => Promise<void>
  /** Resolves to the milliseconds `stop()` took, once the process has ended by itself. */
  readonly stop: () => Promise<number>
  /** As a power cut does. */
  readonly kill: () => Promise<void>
  /** Everything it wrote to stdout and stderr. */
  readonly log: () => string
  readonly close: () => Promise<void>
}

export type ServerOptions = {
  readonly seed?: 'demo' | 'none'
  readonly env?: Readonly<Record<string, string>>
  /** For faults of the file: the embedded database whatever the lane runs on. */
  readonly file?: boolean
  /** For what a first start does: an empty folder instead of a copy of a town that was started before. */
  readonly fresh?: boolean
  /** With one person a role, a place and a hotline: what `openDesk` works with. */
  readonly staffed?: boolean
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'silver-shield-town-'))

const onMongo = process.env['TEST_DATABASE'] === 'mongodb' && Boolean(process.env['TEST_MONGODB_URI'])

/** A first start has a database that never was; it is given away with the others all the same. */
const mongodbFor = async (fresh: boolean): Promise<string | null> => {
  if (!onMongo) return null
  const uri = await lendDatabase()
  if (fresh) await dropDatabase(uri)
  return uri
}

export const startProcess = async (env: Readonly<Record<string, string>>): Promise<Started> =>
  startBundle((await template('bundles')).serve, env)

export const refusedWith = (said: Said): readonly Refusal['code'][] =>
  said.type === 'refused' ? said.refusals.map(({ code }) => code) : []

type Place = Pick<TestServer, 'dataDir' | 'mongodb'>

const copyOf = async (name: TownName, { dataDir, mongodb }: Place): Promise<TownTemplate> => {
  const made = await template(`town ${name} ${mongodb ? 'mongodb' : 'file'}`)
  cpSync(made.dataDir, dataDir, { recursive: true })
  if (mongodb) await copyDatabase(made.databaseUri, mongodb)
  return made
}

/** What a process is told: where it lives, and who its first person is. */
const envOf = (seed: 'demo' | 'none', port: number, { dataDir, mongodb }: Place) => ({
  PORT: String(port),
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  SEED: seed,
  ...(seed === 'none' && { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password }),
  ...(mongodb && { DATABASE_URI: mongodb }),
})

/** A copy of a folder as a demo town left it that was started and stopped once. */
export const copyDemo = async (dataDir: string): Promise<void> =>
  void (await copyOf('demo', { dataDir, mongodb: null }))

export const openServer = async (options: ServerOptions = {}): Promise<TestServer> => {
  const { seed = 'none', env = {}, file = false, fresh = false, staffed = false } = options
  const dataDir = temporaryFolder()
  const port = await freePort()
  const mongodb = file ? null : await mongodbFor(fresh)
  const name = seed === 'demo' ? 'demo' : staffed ? 'staffed' : 'real'
  const made = fresh ? null : await copyOf(name, { dataDir, mongodb })
  let running: Started | null = null
  let before = ''

  const start = async (): Promise<void> => {
    before += running?.log() ?? ''
    running = await startProcess({ ...envOf(seed, port, { dataDir, mongodb }), ...env })
    if (running.said.type !== 'started') throw new Error(`${JSON.stringify(running.said)}\n${running.log()}`)
  }

  await start()
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    mongodb,
    staff: made?.staff ?? null,
    pid: () => running?.child.pid ?? 0,
    start,
    stop: async () => (running ? stopProcess(running.child) : 0),
    kill: async () => {
      if (running) await killProcess(running.child)
    },
    log: () => before + (running?.log() ?? ''),
    close: async () => {
      if (running) await killProcess(running.child)
      rmSync(dataDir, { recursive: true, force: true })
      if (mongodb) await giveBack(mongodb)
    },
  }
}

/** Lines of `role name username password`, parted by tabs, as a demo town writes them. */
export const firstPeople = (
  dataDir: string,
): Readonly<Record<string, { username: string; password: string }>> =>
  Object.fromEntries(
    readFileSync(join(dataDir, 'first-passwords.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((parts) => parts.length === 4)
      .map(([role = '', , username = '', password = '']) => [role, { username, password }]),
  )
