/** Makes what `kinds.ts` names; lives in the process that starts all files, works in others. */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundleServer, CHILDREN } from '../../scripts/bundle-server.mjs'
import { ADMINISTRATOR } from '../builders/people.ts'
import { signIn } from '../e2e/api.ts'
import { startServer } from '../e2e/server.ts'
import { staff } from './hire.ts'
import type {
  Bundles,
  DeskTemplate,
  SharedServer,
  TemplateName,
  Templates,
  TownName,
  TownTemplate,
} from './kinds.ts'
import { databaseAt, dropDatabase } from './mongodb.ts'
import { killProcess, startBundle, stopProcess } from './serving.ts'

const onMongo = process.env['TEST_DATABASE'] === 'mongodb' && Boolean(process.env['TEST_MONGODB_URI'])

type Cleanup = () => Promise<void> | void

type Room = {
  /** Within the project, where the packages are found that the bundles import. */
  readonly bundles: string
  /** A new folder, gone after the run. */
  readonly folder: () => string
  /** A new database, gone after the run, on the server that the lane runs on. */
  readonly mongodb: () => string
  /** Done before all folders and databases go. */
  readonly atEnd: (cleanup: Cleanup) => void
  readonly close: () => Promise<void>
}

const openRoom = (): Room => {
  mkdirSync('dist', { recursive: true })
  const bundles = resolve(mkdtempSync('dist/tests-'))
  const folder = mkdtempSync(join(tmpdir(), 'silver-shield-templates-'))
  const cleanups: Cleanup[] = []
  return {
    bundles,
    folder: () => mkdtempSync(join(folder, 'one-')),
    mongodb: () => {
      const name = `silver-shield-${randomUUID().slice(0, 13)}`
      const uri = databaseAt(process.env['TEST_MONGODB_URI'] ?? '', name)
      cleanups.push(() => dropDatabase(uri))
      return uri
    },
    atEnd: (cleanup) => void cleanups.unshift(cleanup),
    close: async () => {
      for (const clean of cleanups) await clean()
      rmSync(bundles, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const makeBundles = async ({ bundles }: Room): Promise<Bundles> => {
  const own = { serve: 'tests/integration/serve.ts', 'fake-typst': 'tests/fakes/typst-child.ts' }
  const { serve, ...small } = { ...own, ...CHILDREN }
  await Promise.all([bundleServer({ serve }, bundles, { whole: true }), bundleServer(small, bundles)])
  const file = (name: keyof typeof own | keyof typeof CHILDREN): string => join(bundles, `${name}.mjs`)
  return {
    serve: file('serve'),
    imageChild: file('image-child'),
    typstChild: file('typst-child'),
    fakeTypst: file('fake-typst'),
  }
}

const makeDesk = async ({ bundles, folder }: Room, databaseUri: string): Promise<DeskTemplate> => {
  await bundleServer({ 'make-desk': 'tests/templates/make-desk.ts' }, bundles, { whole: true })
  const child = fork(join(bundles, 'make-desk.mjs'), [folder(), databaseUri], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  })
  let wrote = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (wrote += chunk))
  let told: unknown
  child.once('message', (message) => (told = message))
  const [code] = await once(child, 'exit')
  if (code !== 0 || told === undefined) throw new Error(`make-desk ended with ${code}\n${wrote}`)
  return told as DeskTemplate
}

const makeTown = async (
  serve: string,
  name: TownName,
  { folder }: Room,
  databaseUri: string,
): Promise<TownTemplate> => {
  const dataDir = folder()
  const { said, child, log } = await startBundle(serve, {
    PORT: '0',
    DATA_DIR: dataDir,
    SEED: name === 'demo' ? 'demo' : 'none',
    ...(name !== 'demo' && { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password }),
    ...(databaseUri && { DATABASE_URI: databaseUri }),
  })
  try {
    if (said.type !== 'started') throw new Error(`${JSON.stringify(said)}\n${log()}`)
    const hired = name === 'staffed' ? await staff(`http://127.0.0.1:${said.port}`) : null
    await stopProcess(child)
    return { dataDir, databaseUri, staff: hired }
  } finally {
    await killProcess(child)
  }
}

/** Stands in another zone than the town and than any browser: nothing may hang on where a server stands (TIM-5). */
const makeServer = async ({ atEnd }: Room, demo: TownTemplate): Promise<SharedServer> => {
  const { origin, dataDir, people, destroy } = await startServer({ TZ: 'America/Los_Angeles' }, demo)
  atEnd(destroy)
  const cookies: Record<string, string> = {}
  for (const person of Object.values(people()))
    cookies[person.username] = (await signIn(origin, person)).cookie
  return { origin, dataDir, cookies }
}

type MakeOther = <Name extends TemplateName>(name: Name) => Promise<Templates[Name]>

export type Workshop = {
  /** What is made of another template asks `others` for it, so that both are made once. */
  readonly make: (name: TemplateName, others: MakeOther) => Promise<unknown>
  /** Address of a database on MongoDB that nobody else works on until it is taken back. */
  readonly lend: () => string
  readonly takeBack: (uri: string) => void
  readonly close: () => Promise<void>
}

export const openWorkshop = (): Workshop => {
  const room = openRoom()
  let bundled: Promise<Bundles> | null = null
  const free: string[] = []
  const bundles = (): Promise<Bundles> => (bundled ??= makeBundles(room))
  return {
    make: async (name, others) => {
      if (name === 'bundles') return bundles()
      const base = onMongo ? 'mongodb' : 'file'
      if (name === 'server') return makeServer(room, await others(`town demo ${base}`))
      const [kind, ...rest] = name.split(' ')
      const databaseUri = name.endsWith('mongodb') ? room.mongodb() : ''
      if (kind === 'desk') return makeDesk(room, databaseUri)
      return makeTown((await bundles()).serve, rest[0] as TownName, room, databaseUri)
    },
    lend: () => free.pop() ?? room.mongodb(),
    takeBack: (uri) => void free.push(uri),
    close: room.close,
  }
}
