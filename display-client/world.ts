import type { ScreenId, Sha256 } from '../src/model/ids.ts'
import type { Programme } from '../src/model/programme.ts'
import { readClock, seedClock } from './core/clock.ts'
import type { Link } from './core/link-port.ts'
import { namedBy } from './core/plan.ts'
import { freshPlayer } from './core/start.ts'
import type { PlayerState } from './core/state.ts'
import { keepTime, type Timekeeping } from './core/timekeeping.ts'
import { openNetworkSwitch, type NetworkSwitch } from './fetch/network-switch.ts'
import { downloadOver } from './fetch/download.ts'
import { openFetcher, type Fetcher } from './fetch/fetcher.ts'
import { hash } from './keys.ts'
import { pixelRatio, windowPixels } from './shell/device.ts'
import { makeCanvases, type Canvases } from './stage/canvases.ts'
import type { Fonts } from './stage/fonts.ts'
import { openStage, type Stage } from './stage/stage.ts'
import type { Backend } from './store/backend.ts'
import { openStore, type Store } from './store/store.ts'

/**
 * Everything of one player that lives in the browser. Only `state` and `time` decide anything; the rest does what
 * they say.
 */
export type World = {
  state: PlayerState
  time: Timekeeping
  /** Monotonic reading at which the message in hand came, before its signature was checked. */
  heardAt: number
  /** Monotonic reading at which the text of the wanted programme had come. */
  textAt: number
  link: Link | null
  sign: (text: string) => string
  storageBytes: number | null
  shellRenewed: boolean
  readonly now: () => number
  readonly store: Store
  readonly network: NetworkSwitch
  /** Fetches what a coming programme needs. */
  readonly coming: Fetcher
  /** Fetches again what the playing one lost. */
  readonly repair: Fetcher
  readonly canvases: Canvases
  readonly fonts: Fonts
  readonly stage: Stage
}

/** Marks are for benches; a panel that runs for months must not collect them. */
const MARKS_KEPT = 500

export const after = (ms: number, then: () => void): (() => void) => {
  const timer = window.setTimeout(then, ms)
  return () => window.clearTimeout(timer)
}

/** All go at once: cleared by name, an old mark takes the new one of the same page with it. */
const marker = (): ((page: Sha256) => void) => {
  let count = 0
  return (page) => {
    count += 1
    if (count % MARKS_KEPT === 0) performance.clearMarks()
    performance.mark(`page:${page}`)
  }
}

const of = (name: Sha256, programme: Programme | null): readonly Sha256[] =>
  [name].concat(programme ? namedBy(programme) : [])

/** Names the objects that must stay: what plays and what is coming, with the programmes' own bytes. */
const namesOf = ({ active, wanted }: PlayerState): readonly Sha256[] =>
  (active ? of(active.head.programme, active.programme) : []).concat(
    wanted ? of(wanted.name, wanted.programme) : [],
  )

export const buildWorld = (
  host: HTMLElement,
  disk: Backend | null,
  fonts: Fonts,
  late: () => void,
): World => {
  const store = openStore({ disk, hash, named: () => namesOf(world.state) })
  const network = openNetworkSwitch()
  const mono = (): number => performance.now()
  const chase = { download: downloadOver(network), objects: store, after, mono, random: Math.random }
  const canvases = makeCanvases(host, pixelRatio)
  const world: World = {
    state: freshPlayer({ role: 'viewer', screen: '' as ScreenId }),
    time: keepTime(seedClock(performance.now(), Date.now(), null)),
    heardAt: 0,
    textAt: 0,
    link: null,
    sign: () => '',
    storageBytes: null,
    shellRenewed: false,
    now: () => readClock(world.time.clock, performance.now()),
    store,
    network,
    coming: openFetcher(chase),
    repair: openFetcher(chase),
    canvases,
    fonts,
    stage: openStage({
      canvases,
      fonts,
      bytes: store.object,
      panel: windowPixels,
      mark: marker(),
      after,
      late,
    }),
  }
  return world
}
