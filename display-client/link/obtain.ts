import type { Sha256 } from '../../src/model/ids.ts'
import type { Download, Downloaded } from './download.ts'

/** Where verified bytes go; false says they are not what their name says. */
export type Shelf = {
  readonly has: (name: Sha256) => Promise<boolean>
  readonly keepObject: (name: Sha256, object: Downloaded) => Promise<boolean>
}

export type Obtain = {
  /** Resolves when all are stored; never rejects. A later call makes an earlier one resolve to false and stop. */
  readonly all: (names: readonly Sha256[], urlOf: (name: Sha256) => string) => Promise<boolean>
  /** Do not wait out the pause: the network is back. */
  readonly hurry: () => void
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** At once on the way; more would only slow each other on a thin link. */
const LANES = 4

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

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      wakers.push(resolve)
      after(ms, () => {
        wakers = wakers.filter((waker) => waker !== resolve)
        resolve()
      })
    })

  const one = (mine: number, name: Sha256, url: string, wait: number): Promise<boolean> => {
    if (mine !== turn) return Promise.resolve(false)
    return shelf
      .has(name)
      .then((here) => here || download(url).then((object) => shelf.keepObject(name, object)))
      .catch(() => false)
      .then((here) => {
        if (here) return true
        const longer = Math.min(LONGEST_PAUSE_MS, wait * 2)
        return pause(wait * (0.5 + random())).then(() => one(mine, name, url, longer))
      })
  }

  const lane = (mine: number, queue: Sha256[], urlOf: (name: Sha256) => string): Promise<boolean> => {
    const name = queue.shift()
    if (name === undefined) return Promise.resolve(true)
    return one(mine, name, urlOf(name), FIRST_PAUSE_MS).then((here) => here && lane(mine, queue, urlOf))
  }

  return {
    all: (names, urlOf) => {
      turn += 1
      const queue = names.slice()
      const lanes: Promise<boolean>[] = []
      for (let i = 0; i < LANES; i += 1) lanes.push(lane(turn, queue, urlOf))
      return Promise.all(lanes).then((done) => done.every((whole) => whole))
    },
    hurry: () => {
      const waiting = wakers
      wakers = []
      waiting.forEach((wake) => wake())
    },
  }
}
