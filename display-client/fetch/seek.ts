import type { Plug } from '../core/link-port.ts'
import { openPauses } from './pauses.ts'

export type Seeking<T> = {
  /** Resolves when it is here; never rejects. */
  readonly found: Promise<T>
  /** Tries again at once, without waiting for the end of the pause: the network is back. */
  readonly hurry: () => void
}

type Tools<T> = {
  /** One try; null: it did not come. Never rejects. */
  readonly load: () => Promise<T | null>
  readonly plug: Plug
  readonly after: (ms: number, then: () => void) => void
  /** 0 ≤ x < 1; spreads the tries of many screens. */
  readonly random: () => number
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

/** Asks for one thing until it is here, with growing pauses; not while the network is cut. */
export const seek = <T>({ load, plug, after, random }: Tools<T>): Seeking<T> => {
  const { pause, hurry } = openPauses(after)
  const next = (wait: number): Promise<T> =>
    (plug.cut() ? Promise.resolve(null) : load()).then((found) =>
      found === null
        ? pause(wait * (0.5 + random())).then(() => next(Math.min(LONGEST_PAUSE_MS, wait * 2)))
        : found,
    )
  return { found: next(FIRST_PAUSE_MS), hurry }
}
