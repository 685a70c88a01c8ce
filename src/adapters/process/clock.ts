import type { Instant } from '../../model/ids.ts'

/** Reads the server's clock; the only place that may (pure rooms take time as an argument). */
export type Clock = () => Instant

export const systemClock: Clock = () => Date.now()

/** Runs `act` once after `ms`; returns how to call it off. Timers never keep a stopping process alive. */
export type After = (ms: number, act: () => void) => () => void

export const systemAfter: After = (ms, act) => {
  const timer = setTimeout(act, Math.max(0, ms))
  timer.unref()
  return () => clearTimeout(timer)
}
