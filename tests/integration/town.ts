/** A whole town without the admin's pages: its own process, folder and database, on whichever database the lane runs. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '../../src/errors/refusal.ts'
import type { Said } from './serve.ts'

export const ADMINISTRATOR = { email: 'first@town.example', password: 'correct horse battery' }

export type Town = {
  readonly origin: string
  readonly dataDir: string
  /** null: the SQLite file in `dataDir`. */
  readonly mongodb: string | null
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

export type TownOptions = {
  readonly seed?: 'demo' | 'none'
  readonly env?: Readonly<Record<string, string>>
  /** For faults of the file: the embedded database whatever the lane runs on. */
  readonly file?: boolean
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

const mongodbFor = (name: string): string | null => {
  const uri = process.env['TEST_DATABASE'] === 'mongodb' ? process.env['TEST_MONGODB_URI'] : undefined
  return uri?.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+)\/[^?]*/, `$1/${name}`) ?? null
}

const dropDatabase = async (uri: string): Promise<void> => {
  const { default: mongoose } = await import('mongoose')
  const connection = await mongoose.createConnection(uri).asPromise()
  await connection.dropDatabase()
  await connection.close()
}

export type Started = { readonly said: Said; readonly child: ChildProcess; readonly log: () => string }

/** Starts a server with exactly this environment beside PATH; answers its first word, whatever it is. */
export const startProcess = async (env: Readonly<Record<string, string>>): Promise<Started> => {
  let log = ''
  const child = fork('tests/integration/serve.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')))
  const said = await new Promise<Said>((resolve) => {
    child.once('message', resolve)
    child.once('exit', (code) => resolve({ type: 'failed', error: `ended with ${code}\n${log}` }))
  })
  return { said, child, log: () => log }
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** `stop()` in the process, then waits until it is gone; resolves to the milliseconds the former took. */
export const stopProcess = async (child: ChildProcess): Promise<number> => {
  if (hasEnded(child)) return 0
  const gone = once(child, 'exit')
  const stopped = once(child, 'message')
  child.send('stop')
  const [said] = (await stopped) as [Said]
  await gone
  return said.type === 'stopped' ? said.ms : Number.POSITIVE_INFINITY
}

export const killProcess = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

export const refusedWith = (said: Said): readonly Refusal['code'][] =>
  said.type === 'refused' ? said.refusals.map(({ code }) => code) : []

export const openTown = async ({
  seed = 'none',
  env = {},
  file = false,
}: TownOptions = {}): Promise<Town> => {
  const dataDir = temporaryFolder()
  const port = await freePort()
  const mongodb = file ? null : mongodbFor(`ss_integration_${port}_${process.pid}`)
  let running: Started | null = null
  let before = ''

  const start = async (): Promise<void> => {
    before += running?.log() ?? ''
    running = await startProcess({
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      SEED: seed,
      ...(seed === 'none' && {
        ADMIN_EMAIL: ADMINISTRATOR.email,
        ADMIN_PASSWORD: ADMINISTRATOR.password,
      }),
      ...(mongodb && { DATABASE_URI: mongodb }),
      ...env,
    })
    if (running.said.type !== 'started') throw new Error(`${JSON.stringify(running.said)}\n${running.log()}`)
  }

  await start()
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    mongodb,
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
      if (mongodb) await dropDatabase(mongodb)
    },
  }
}

/** Lines of `role name email password`, parted by tabs, as a demo town writes them. */
export const firstPeople = (dataDir: string): Readonly<Record<string, { email: string; password: string }>> =>
  Object.fromEntries(
    readFileSync(join(dataDir, 'first-passwords.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((parts) => parts.length === 4)
      .map(([role = '', , email = '', password = '']) => [role, { email, password }]),
  )
