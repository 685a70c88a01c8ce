import type { Sha256 } from '../../src/model/ids.ts'
import type { Download, Downloaded } from './download.ts'
import { openPauses } from './pauses.ts'

/** Where verified bytes go; false says they are not what their name says. */
export type ObjectStore = {
  readonly has: (name: Sha256) => Promise<boolean>
  /** The bytes are hashed when it returns; what it promises is that they are stored. */
  readonly keepObject: (name: Sha256, object: Downloaded) => Promise<boolean>
}

export type Source = {
  readonly urlOf: (name: Sha256) => string
  /** Bytes that may come under this name; asked at each try. */
  readonly mostOf: (name: Sha256) => number
}

/** Monotonic readings: when the last byte had come (0: none had to come), and when the last check of the bytes ended. */
export type Fetched = { readonly fetched: number; readonly verified: number }

export type Fetcher = {
  /** Resolves when all are stored; never rejects. A later call makes an earlier one resolve to null and stop. */
  readonly all: (names: readonly Sha256[], source: Source) => Promise<Fetched | null>
  /** Tries again at once, without waiting for the end of the pause: the network is back. */
  readonly hurry: () => void
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** At once on the way; more would only slow each other on a thin link. */
const LANES = 4

type Fetching = { readonly name: Sha256; readonly kept: Promise<Fetched | null>; readonly stop: () => void }

type Tools = {
  readonly download: Download
  readonly objects: ObjectStore
  readonly after: (ms: number, then: () => void) => void
  readonly mono: () => number
  /** 0 ≤ x < 1; spreads the retries of many screens. */
  readonly random: () => number
}

const NOTHING: Fetched = { fetched: 0, verified: 0 }

const later = (a: Fetched, b: Fetched): Fetched => ({
  fetched: Math.max(a.fetched, b.fetched),
  verified: Math.max(a.verified, b.verified),
})

/** Fetches objects by hash until they are here, with a growing pause between tries. */
export const openFetcher = ({ download, objects, after, mono, random }: Tools): Fetcher => {
  let turn = 0
  let running: readonly Fetching[] = []

  const { pause, hurry } = openPauses(after)

  /** A caller that asks for an object that is on its way waits for the same download. */
  const fetchOne = (mine: number, name: Sha256, { urlOf, mostOf }: Source): Promise<Fetched | null> => {
    if (mine !== turn) return Promise.resolve(null)
    const same = running.filter((one) => one.name === name)[0]
    if (same) return same.kept
    const { done, stop } = download(urlOf(name), mostOf(name))
    const kept = done.then((object) => {
      const fetched = mono()
      const storing = objects.keepObject(name, object)
      const verified = mono()
      return storing.then((whole) => (whole ? { fetched, verified } : null))
    })
    const fetching: Fetching = { name, stop, kept }
    running = running.concat(fetching)
    const over = (): void => {
      running = running.filter((one) => one !== fetching)
    }
    fetching.kept.then(over, over)
    return fetching.kept
  }

  const one = (mine: number, name: Sha256, source: Source, wait: number): Promise<Fetched | null> => {
    if (mine !== turn) return Promise.resolve(null)
    return objects
      .has(name)
      .then((here) => (here ? { fetched: 0, verified: mono() } : fetchOne(mine, name, source)))
      .catch(() => null)
      .then((got) => {
        if (got) return got
        const longer = Math.min(LONGEST_PAUSE_MS, wait * 2)
        return pause(wait * (0.5 + random())).then(() => one(mine, name, source, longer))
      })
  }

  const lane = (mine: number, queue: Sha256[], source: Source, sofar: Fetched): Promise<Fetched | null> => {
    const name = queue.shift()
    if (name === undefined) return Promise.resolve(sofar)
    return one(mine, name, source, FIRST_PAUSE_MS).then(
      (got) => got && lane(mine, queue, source, later(sofar, got)),
    )
  }

  return {
    all: (names, source) => {
      turn += 1
      // A flood of wishes must not leave a flood of downloads behind (I10).
      running.filter((old) => names.indexOf(old.name) < 0).forEach((old) => old.stop())
      const queue = names.slice()
      const lanes: Promise<Fetched | null>[] = []
      for (let i = 0; i < LANES; i += 1) lanes.push(lane(turn, queue, source, NOTHING))
      return Promise.all(lanes).then((done) =>
        done.reduce((all, part) => all && part && later(all, part), NOTHING),
      )
    },
    hurry,
  }
}
