/** Takes work in the order it came. */
export type Sliced = (work: () => void) => void

/** A turn of the loop begins no piece of it later than this; timers, the desk and signed heads come in between. */
const SLICE_MS = 15
/**
 * Pieces that are done are dropped from the list from time to time: under a steady stream the list never becomes
 * empty.
 */
const LET_GO = 1_024

/**
 * Does what comes in floods a slice at a time: five thousand screens that speak at one instant would else be served in
 * a single turn of the loop, in which nothing is signed and no timer runs (I10). Who puts work in bounds how much.
 */
export const sliced = (
  now: () => number = () => performance.now(),
  nextTurn: (act: () => void) => unknown = setImmediate,
): Sliced => {
  let waiting: (() => void)[] = []
  let at = 0
  let planned = false

  const plan = (): void => {
    if (planned || at === waiting.length) return
    planned = true
    nextTurn(run)
  }
  const run = (): void => {
    planned = false
    const until = now() + SLICE_MS
    try {
      while (at < waiting.length && now() < until) waiting[at++]?.()
    } finally {
      if (at === waiting.length || at >= LET_GO) {
        waiting = waiting.slice(at)
        at = 0
      }
      plan()
    }
  }

  return (work) => {
    waiting.push(work)
    plan()
  }
}
