/** Takes work in the order it came. */
export type Sliced = (work: () => void) => void

/** Of one turn of the loop; timers, the desk and signed heads come in between. */
const SLICE_MS = 15

/**
 * Does what comes in floods a slice at a time: five thousand screens that speak at one instant would else be served in
 * a single turn of the loop, in which nothing is signed and no timer runs (I10).
 */
export const sliced = (
  now: () => number = () => performance.now(),
  nextTurn: (act: () => void) => unknown = setImmediate,
): Sliced => {
  let waiting: (() => void)[] = []
  let at = 0

  const run = (): void => {
    const until = now() + SLICE_MS
    try {
      while (at < waiting.length && now() < until) waiting[at++]?.()
    } finally {
      if (at < waiting.length) nextTurn(run)
      else {
        waiting = []
        at = 0
      }
    }
  }

  return (work) => {
    waiting.push(work)
    if (waiting.length === 1) nextTurn(run)
  }
}
