import type { Sha256 } from '../../src/model/ids.ts'
import type { Download, Downloaded } from './download.ts'

/** Where verified bytes go; false says they are not what their name says. */
export type Shelf = {
  readonly has: (name: Sha256) => Promise<boolean>
  readonly keepObject: (name: Sha256, object: Downloaded) => Promise<boolean>
}

export type Source = {
  readonly urlOf: (name: Sha256) => string
  /** Bytes that may come under this name; asked at each try. */
  readonly mostOf: (name: Sha256) => number
}

export type Obtain = {
  /** Resolves when all are stored; never rejects. A later call makes an earlier one resolve to false and stop. */
  readonly all: (names: readonly Sha256[], source: Source) => Promise<boolean>
  /** Tries again at once, without waiting for the end of the pause: the network is back. */
  readonly hurry: () => void
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** At once on the way; more would only slow each other on a thin link. */
const LANES = 4

type Fetching = { readonly name: Sha256; readonly kept: Promise<boolean>; readonly stop: () => void }

type Tools = {
  readonly download: Download
  readonly shelf: Shelf
  readonly after: (ms: number, then: () => void) => void
  /** 0 ≤ x < 1; spreads the retries of many screens. */
  readonly random: () => number
}

/** Fetches objects by hash until they are here, with a growing pause between tries. */
export const obtainWith = ({ download, shelf, after, random }: Tools): Obtain => {
  let turn = 0
  let wakers: (() => void)[] = []
  let running: readonly Fetching[] = []

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      wakers.push(resolve)
      after(ms, () => {
        wakers = wakers.filter((waker) => waker !== resolve)
        resolve()
      })
    })

  /** A caller that asks for an object that is on its way waits for the same download. */
  const fetchOne = (mine: number, name: Sha256, { urlOf, mostOf }: Source): Promise<boolean> => {
    if (mine !== turn) return Promise.resolve(false)
    const same = running.filter((one) => one.name === name)[0]
    if (same) return same.kept
    const { done, stop } = download(urlOf(name), mostOf(name))
    const fetching: Fetching = { name, stop, kept: done.then((object) => shelf.keepObject(name, object)) }
    running = running.concat(fetching)
    const over = (): void => {
      running = running.filter((one) => one !== fetching)
    }
    fetching.kept.then(over, over)
    return fetching.kept
  }

  const one = (mine: number, name: Sha256, source: Source, wait: number): Promise<boolean> => {
    if (mine !== turn) return Promise.resolve(false)
    return shelf
      .has(name)
      .then((here) => here || fetchOne(mine, name, source))
      .catch(() => false)
      .then((here) => {
        if (here) return true
        const longer = Math.min(LONGEST_PAUSE_MS, wait * 2)
        return pause(wait * (0.5 + random())).then(() => one(mine, name, source, longer))
      })
  }

  const lane = (mine: number, queue: Sha256[], source: Source): Promise<boolean> => {
    const name = queue.shift()
    if (name === undefined) return Promise.resolve(true)
    return one(mine, name, source, FIRST_PAUSE_MS).then((here) => here && lane(mine, queue, source))
  }

  return {
    all: (names, source) => {
      turn += 1
      // A flood of wishes must not leave a flood of downloads behind (I10).
      running.filter((old) => names.indexOf(old.name) < 0).forEach((old) => old.stop())
      const queue = names.slice()
      const lanes: Promise<boolean>[] = []
      for (let i = 0; i < LANES; i += 1) lanes.push(lane(turn, queue, source))
      return Promise.all(lanes).then((done) => done.every((whole) => whole))
    },
    hurry: () => {
      const waiting = wakers
      wakers = []
      waiting.forEach((wake) => wake())
    },
  }
}
