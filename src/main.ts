/** Composition root: builds the adapters, starts them in order; `start()` returns how to stop. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Payload } from 'payload'
import { fillPorts } from '../cms/base/ports.ts'
import type { Loaded } from '../cms/starter/load.ts'
import { bootCms } from './adapters/town/cms.ts'
import { openCluster, type Cluster } from './adapters/cluster/cluster.ts'
import { lead, type Leader } from './adapters/cluster/leader.ts'
import { openLease } from './adapters/cluster/lease.ts'
import { codeRoutes } from './adapters/web/code-routes.ts'
import { cmsPorts } from './adapters/town/cms-ports.ts'
import { systemAfter, systemClock } from './adapters/process/clock.ts'
import { demoFeed } from './adapters/demo/demo-feed.ts'
import { deviceBackend } from './adapters/town/device-backend.ts'
import { openDeviceRecords } from './adapters/devices/device-records.ts'
import { displayRoutes } from './adapters/web/display-routes.ts'
import { readEnv, type Env } from './adapters/process/env.ts'
import { openDictionary } from './adapters/disk/dictionary.ts'
import { openFonts } from './adapters/disk/fonts.ts'
import { startBanner, type StartBanner } from './adapters/town/start-banner.ts'
import { healthRoutes } from './adapters/web/health.ts'
import { httpApp } from './adapters/web/http.ts'
import { startImages } from './adapters/images/images.ts'
import { openVectors } from './adapters/images/vectors.ts'
import { officeChild, openOffice } from './adapters/office/office.ts'
import { openIntegrity } from './adapters/town/integrity.ts'
import { openReport } from './adapters/report/set-report.ts'
import { fileLookWords, verifyFile } from './adapters/report/verify-file.ts'
import { openKeptTail } from './adapters/town/audit-tail.ts'
import { openKeptFiles } from './adapters/disk/kept-files.ts'
import { openKeys, type HeadsKey } from './adapters/disk/keys.ts'
import { openKnownKeys } from './adapters/devices/known-keys.ts'
import { openDoor, type Door } from './adapters/web/listen.ts'
import { makeLog, type Log } from './adapters/process/log.ts'
import { makeFolder } from './adapters/disk/make-folder.ts'
import { startNext } from './adapters/web/next.ts'
import { objectRoutes } from './adapters/web/object-routes.ts'
import { objectsAgain } from './adapters/publishing/objects-again.ts'
import { openObjects } from './adapters/disk/objects.ts'
import { openPack } from './adapters/pack/pack.ts'
import { openPrint } from './adapters/town/open-print.ts'
import { keepPrivate } from './adapters/disk/private-files.ts'
import { openProgrammes } from './adapters/publishing/programmes.ts'
import { startPublisher, type Publisher } from './adapters/publishing/publisher.ts'
import { openDeviceServer, broadcasterOf, type DeviceServer } from './adapters/devices/broadcaster.ts'
import { restOf } from './adapters/web/rest.ts'
import { sliced, type Sliced } from './adapters/process/sliced.ts'
import { startDevices } from './adapters/devices/sockets.ts'
import { endOneKey } from './adapters/town/end-one-key.ts'
import { outsideOf } from './adapters/town/notices.ts'
import { openTown } from './adapters/town/town-start.ts'
import { townWork } from './adapters/town/work.ts'
import { openTypst, typstChild, type Typst } from './adapters/typst/index.ts'
import { dispatchUpgrades } from './adapters/web/upgrade.ts'
import { KINDS, posterKinds } from './content/index.ts'
import { byHand, lostPhoneWords, starterWords } from './by-hand.ts'
import { RefusalError, refuse } from './errors/refusal.ts'

export type Running = {
  readonly port: number
  readonly demo: boolean
  readonly passwords: StartBanner['passwords']
  readonly loadStarter: () => Promise<Loaded>
  /** Answers the person's name; null where nobody signs in by that. */
  readonly resetFactor: (signIn: string) => Promise<string | null>
  readonly stop: () => Promise<void>
}

/** Bundled, the child is a file beside this one; from sources it needs the TypeScript loader. */
const imageChild = () =>
  import.meta.url.endsWith('.mjs')
    ? { file: fileURLToPath(new URL('./image-child.mjs', import.meta.url)), execArgv: [] }
    : { file: resolve('src/adapters/images/image-child.ts'), execArgv: ['--import', 'tsx'] }

/** An error of the system about a folder, as a sentence for the person who installs. */
const folderRefused = (error: unknown): never => {
  const { code, path } = error as NodeJS.ErrnoException
  if (error instanceof RefusalError || !code || !path) throw error
  return refuse('DATA_DIR_UNUSABLE', { got: `${path} (${code})` })
}

const inFolder = <T>(open: () => T): T => {
  try {
    return open()
  } catch (error) {
    return folderRefused(error)
  }
}

/** Typst is started by the first sheet, or ahead of it by `warm`: a start that fails leaves no child behind. */
const openPrinting = (
  env: Env,
  { kinds, fonts, dictionary, images }: Pick<World, 'kinds' | 'fonts' | 'dictionary' | 'images'>,
  log: Log,
) => {
  const shipped = resolve('media/posters')
  let typst: Typst | null = null
  const openedTypst = (): Typst => (typst ??= openTypst({ templates: shipped, ...typstChild() }))
  const print = openPrint({
    kinds: posterKinds(kinds),
    typst: { run: (job, owner) => openedTypst().run(job, owner) },
    images,
    dictionary,
    clock: systemClock,
    shipped,
    installed: join(env.dataDir, 'templates'),
    missing: (text) => fonts.missing(text, 'sans'),
    say: (folder, why) => log.error({ folder, why }, 'not a poster template'),
    broken: (template, { code, hint }) =>
      log.error({ template, code, hint }, 'a poster template failed on a released content'),
  })
  const report = openReport({
    typst: { run: (job, owner) => openedTypst().run(job, owner) },
    workspace: resolve('media/reports'),
  })
  return { print, report, warm: openedTypst, stop: async () => typst?.stop() }
}

const openWorld = (env: Env, log: Log) => {
  const { keys, objects } = inFolder(() => {
    keepPrivate(env, (path, err) => log.warn({ path, err }, 'others on this machine may read this'))
    makeFolder(env.dataDir)
    return { keys: openKeys(env.dataDir), objects: openObjects(join(env.dataDir, 'objects')) }
  })
  const fonts = openFonts(resolve('media/fonts'), objects)
  const dictionary = openDictionary(resolve('media/words'))
  const images = startImages({
    child: imageChild(),
    uploads: join(env.dataDir, 'uploads'),
    objects,
    vectors: openVectors(resolve('media/pictures')),
  })
  const office = openOffice({ child: officeChild() })
  const files = inFolder(() => openKeptFiles(join(env.dataDir, 'print-jobs')))
  return {
    kinds: KINDS,
    keys,
    objects,
    fonts,
    dictionary,
    images,
    office,
    files,
    programmes: openProgrammes(objects, fonts),
  }
}

type World = ReturnType<typeof openWorld>

export type StartOptions = {
  /** Tests of everything but the admin's pages need no Next and no build of it. */
  readonly pages?: boolean
  /** Hears what is being done, in Chinese and English, while a start lasts. */
  readonly tell?: (zh: string, en: string) => void
}

type Tools = { readonly log: Log; readonly door: Door; readonly tell: (zh: string, en: string) => void }

/** The page of a check code, open to anybody, with nothing of the desk in it. */
const codesOf = (payload: Payload, env: Env) =>
  codeRoutes({
    payload,
    publicUrl: env.publicUrl ?? '',
    style: resolve('cms/code-page/page.css'),
    scripts: resolve('dist/code-page'),
  })

type Screens = Pick<
  Parameters<typeof deviceBackend>[0],
  'payload' | 'publisher' | 'key' | 'log' | 'feed' | 'demo'
> & {
  readonly key: HeadsKey
  readonly inSlices: Sliced
  readonly presence: Cluster['presence']
}

/** The screens' side: whose key is which screen, what they tell, and a session for each of them. */
const openScreens = async (io: DeviceServer, parts: Screens) => {
  const { payload, key, log, inSlices, presence } = parts
  const tools = { clock: systemClock, after: systemAfter, log, key, inSlices, presence }
  const records = openDeviceRecords(payload, systemAfter, log)
  const known = await openKnownKeys(payload)
  const backend = deviceBackend({ ...parts, keys: known, records, clock: systemClock })
  return {
    known,
    records,
    devices: startDevices(io, backend, tools),
  }
}

type Papers = Pick<ReturnType<typeof openPrinting>, 'print' | 'report'>

/** What the CMS asks of the world, from here on. */
const openPorts = (world: World, { print, report }: Papers, env: Env, log: Log) => {
  const cluster = openCluster(systemClock, log)
  const pack = openPack({ ...world, fonts: resolve('media/fonts'), folder: join(env.dataDir, 'packs') })
  const later = cmsPorts({
    ...world,
    clock: systemClock,
    print,
    pack,
    report,
    outside: outsideOf(env),
    cluster,
  })
  fillPorts(later.ports)
  return { presence: cluster.presence, later }
}

type Led = { readonly world: World; readonly leader: Leader }

/** One process a folder; refuses DATA_DIR_IN_USE. */
const leadTown = async (env: Env, log: Log): Promise<Leader> => {
  const options = { folder: join(env.dataDir, 'lease'), name: 'town', clock: systemClock }
  const lease = inFolder(() => openLease(options))
  return (
    (await lead(lease, { clock: systemClock, after: systemAfter, log }).catch(folderRefused)) ??
    refuse('DATA_DIR_IN_USE', { got: env.dataDir })
  )
}

type PublisherParts = Omit<Parameters<typeof startPublisher>[0], 'leads' | 'after'>

const publishing = async (parts: PublisherParts, leader: Leader): Promise<Publisher> => {
  const publisher = await startPublisher({ ...parts, after: systemAfter, leads: leader.leads })
  leader.onLost(() => {
    parts.log.error('another process has taken this town over: nothing is published here any more')
    publisher.stop()
  })
  return publisher
}

const startLed = async (env: Env, options: StartOptions, tools: Tools, led: Led): Promise<Running> => {
  const { log, door, tell } = tools
  const { world, leader } = led
  const { keys, objects, images, office } = world
  const clock = systemClock
  const printing = inFolder(() => openPrinting(env, world, log))
  const { presence, later } = openPorts(world, printing, env, log)
  tell('打开数据库', 'opening the database')
  const { payload, config } = await bootCms(env, keys.payloadSecret)
  await endOneKey(payload, keys.records, clock())
  const { demo, passwords } = await openTown(payload, env, { clock, tell })

  const inSlices = sliced()
  const { io, upgrade } = openDeviceServer(env.publicUrl, inSlices)
  const publisher = await publishing(
    { payload, ...world, clock, log, broadcaster: broadcasterOf(io) },
    leader,
  )
  const feed = demoFeed({ payload, demo, presence, clock, log })
  const parts = { payload, publisher, key: keys.heads, log, feed, demo, inSlices, presence }
  const { known, records, devices } = await openScreens(io, parts)
  publisher.attach({ devices, published: feed.published })
  later.attach({ known, publisher, devices, feed })
  const integrity = openIntegrity({ payload, publisher, clock, tail: openKeptTail(env.dataDir) })

  tell('准备管理后台', 'preparing the desk')
  const next = options.pages === false ? null : await startNext({ dev: !env.production, port: env.port })
  await publisher.refresh('start')
  const app = httpApp({
    log,
    inSlices,
    publicUrl: env.publicUrl,
    dev: !env.production,
    health: healthRoutes(integrity),
    display: displayRoutes(resolve('dist/display')),
    objects: objectRoutes({ objects, again: objectsAgain({ ...world, town: publisher.town, log }) }),
    demo: feed.routes,
    rest: restOf(config, env.publicUrl),
    codes: codesOf(payload, env),
    pages: next?.handle ?? null,
  })
  door.open(app)
  // Screens are let in last: what they are told of must be there to fetch.
  dispatchUpgrades(door.server, next ? [upgrade, next.upgrade] : [upgrade])

  if (next) printing.warm()
  const work = townWork(payload, leader.leads, log)
  work.begin()

  const stop = async (): Promise<void> => {
    feed.stop()
    integrity.stop()
    publisher.stop()
    await Promise.all([devices.stop(), door.close(), next?.stop()])
    await new Promise<void>((done) => inSlices(done))
    await work.putDown()
    // Writes what screens told until now; after this no screen is connected any more.
    await records.stop()
    await payload.destroy()
    for (const child of [images, office]) child.stop()
    await printing.stop()
    await leader.letGo()
    fillPorts(undefined)
  }
  return { port: door.port, demo, passwords, ...byHand(payload, publisher), stop }
}

const startBehind = async (env: Env, options: StartOptions, tools: Tools): Promise<Running> => {
  const world = openWorld(env, tools.log)
  const leader = await leadTown(env, tools.log)
  try {
    return await startLed(env, options, tools, { world, leader })
  } catch (error) {
    // Not waited for: why it could not start must be told before Payload's own unheard rejection ends the process, and
    // the lease of a process that ended is nobody's anyway.
    leader.letGo().catch((err: unknown) => tools.log.warn({ err }, 'the lease was not let go'))
    throw error
  }
}

/** Starts everything; throws RefusalError when the environment, the database or the port will not do. */
export const start = async (env: Env, log: Log, options: StartOptions = {}): Promise<Running> => {
  const door = await openDoor(env.port, env.host)
  try {
    return await startBehind(env, options, { log, door, tell: options.tell ?? (() => undefined) })
  } catch (error) {
    await door.close()
    throw error
  }
}

/** Half a second less than the five that are promised. */
const STOP_WITHIN_MS = 4_500

const stopOnSignal = (running: Running, log: Log): void => {
  const stop = (): void => {
    // A stuck connection must not keep a service from being restarted.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    running
      .stop()
      .catch((error: unknown) => log.error({ err: error }, 'stop failed'))
      .finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

const endWith = (error: unknown): never => {
  if (!(error instanceof RefusalError)) throw error
  for (const { code, message_zh, message_en } of error.refusals)
    console.error(`${code}\n  ${message_zh}\n  ${message_en}`)
  return process.exit(1)
}

/** The process of `npm start`. `began` is when it did (`performance.now()`), for the line that says how long it took. */
export const serve = async (began: number): Promise<void> => {
  const log = makeLog('info')
  try {
    const env = readEnv(process.env, process.cwd())
    const running = await start(env, log, { tell: (zh, en) => console.log(`· ${zh} ${en} …`) })
    stopOnSignal(running, log)
    console.log(startBanner({ env, ...running, seconds: (performance.now() - began) / 1000 }))
  } catch (error) {
    endWith(error)
  }
}

/** The town of DATA_DIR for one act of this machine's owner, open to no other; where somebody serves it, DATA_DIR_IN_USE. */
const inTown = async (act: (running: Running) => Promise<string>): Promise<void> => {
  try {
    const env: Env = { ...readEnv(process.env, process.cwd()), host: '127.0.0.1', port: 0, seed: 'none' }
    const running = await start(env, makeLog('error'), { pages: false })
    try {
      console.log(await act(running))
    } finally {
      await running.stop()
    }
  } catch (error) {
    endWith(error)
  }
}

/** The process of `npm run verify -- <file>`: whether the town of DATA_DIR signed this export; no server, no network. */
export const verify = (file: string): boolean => {
  try {
    const look = verifyFile(file, readEnv(process.env, process.cwd()).dataDir)
    for (const line of fileLookWords(look)) console.log(line)
    return look.at === 'whole'
  } catch (error) {
    return endWith(error)
  }
}

/**
 * The process of `npm run starter`: the starter library into a town that nobody serves at the moment; where somebody does
 * 今天 has the button. An empty folder becomes a real town, never a demo.
 */
export const starter = (): Promise<void> =>
  inTown(async ({ loadStarter }) => starterWords(await loadStarter()))

/** The process of `npm run lost-phone -- <sign-in name>`: what nobody at the desk can do for the last administrator (PPL-13). */
export const lostPhone = (signIn: string): Promise<void> =>
  inTown(async ({ resetFactor }) => lostPhoneWords(signIn, await resetFactor(signIn)))
