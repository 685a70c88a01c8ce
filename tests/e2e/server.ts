/** Runs the built product as its users do: its own process, its own data folder, real kills. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { template } from '../templates/ask.ts'
import type { TownTemplate } from '../templates/kinds.ts'
import { copyDatabase, databaseAt, dropDatabase } from '../templates/mongodb.ts'
import { rememberSession } from './api.ts'

export type Person = {
  readonly role: string
  readonly name: string
  readonly username: string
  readonly password: string
}

/** A server that serves, whoever may stop it. */
export type Serving = {
  readonly origin: string
  readonly people: () => Readonly<Record<string, Person>>
}

export type Server = Serving & {
  readonly dataDir: string
  readonly databaseUri: string | undefined
  /** As a power cut does: no goodbye. */
  readonly kill: () => Promise<void>
  /** SIGTERM; resolves to the milliseconds until it was gone. */
  readonly stop: () => Promise<number>
  readonly start: () => Promise<void>
  /** Stops it and throws its data away. */
  readonly destroy: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Resolves when the server says it is ready; rejects with all it said when it ends first. */
const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      if (said.includes('Silver Shield 已就绪')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`server ended with ${code}\n${said}`)))
  })

/** MongoDB when the lane runs there (`npm run test:mongo`), each town a database of its own. */
const databaseFor = (name: string): string | undefined => {
  const uri = process.env['TEST_DATABASE'] === 'mongodb' ? process.env['TEST_MONGODB_URI'] : undefined
  return uri && databaseAt(uri, name)
}

type Begun = Pick<TownTemplate, 'dataDir' | 'databaseUri'>

/** With `begun` it goes on with a copy of that town, else it makes the demo town as a first start does. */
export const startServer = async (
  env: Readonly<Record<string, string>> = {},
  begun: Begun | null = null,
): Promise<Server> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'silver-shield-town-'))
  const port = await freePort()
  const databaseUri = databaseFor(`ss_e2e_${port}_${process.pid}`)
  let child: ChildProcess | null = null
  if (begun) cpSync(begun.dataDir, dataDir, { recursive: true })
  if (begun && databaseUri) await copyDatabase(begun.databaseUri, databaseUri)

  const start = async (): Promise<void> => {
    const settings = {
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(databaseUri ? { DATABASE_URI: databaseUri } : {}),
    }
    child = spawn(process.execPath, ['scripts/serve.mjs'], {
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', ...settings, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await ready(child)
  }
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    const ending = child
    const from = performance.now()
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return 0
    ending.removeAllListeners('exit')
    const gone = once(ending, 'exit')
    ending.kill(signal)
    await gone
    return performance.now() - from
  }

  const server: Server = {
    origin: `http://localhost:${port}`,
    dataDir,
    databaseUri,
    start,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    people: () => readPeople(join(dataDir, 'first-passwords.txt')),
    destroy: async () => {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
      if (databaseUri) await dropDatabase(databaseUri)
    },
  }
  await start()
  return server
}

/** The demo town on which a test may do what it likes with the process. */
export const ownServer = async (env: Readonly<Record<string, string>> = {}): Promise<Server> =>
  startServer(env, await template(`town demo ${databaseFor('') ? 'mongodb' : 'file'}`))

/**
 * The one demo town of a run, for every test that leaves its process alone. Others work in it at the same time: what a
 * test changes is a row of its own, or one that no other file touches.
 */
export const sharedServer = async (): Promise<Serving> => {
  const { origin, dataDir, cookies } = await template('server')
  for (const [username, cookie] of Object.entries(cookies)) rememberSession(origin, username, cookie)
  const people = readPeople(join(dataDir, 'first-passwords.txt'))
  return { origin, people: () => people }
}

/** Lines of `role name username password`, parted by tabs. */
/** By the name they sign in with, and by role, where the first who has it is meant. */
const readPeople = (file: string): Readonly<Record<string, Person>> => {
  const people = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((parts) => parts.length === 4)
    .map(([role = '', name = '', username = '', password = '']) => ({ role, name, username, password }))
  return Object.fromEntries([
    ...people.toReversed().map((person) => [person.role, person] as const),
    ...people.map((person) => [person.username, person] as const),
  ])
}
