/** What the watchdog remembers; instants are monotonic readings but for `reloads`, which outlive the page (wall clock). */
export type Watchdog = {
  /** Since when the canvas has not held what is due; null while it does. */
  readonly failingSince: number | null
  readonly rebuilt: boolean
  readonly reloads: readonly number[]
}

export type Rescue = 'none' | 'redraw' | 'rebuild' | 'reload'

const REBUILD_AFTER_MS = 20_000
const RELOAD_AFTER_MS = 90_000
const RELOADS_WITHIN_MS = 600_000
const RELOADS_MOST = 3

export const calmWatchdog = (reloads: readonly number[]): Watchdog => ({
  failingSince: null,
  rebuilt: false,
  reloads,
})

/**
 * Progress is a page that stands on the canvas, never that timers run: a player whose pictures fail can run its
 * timers for days over a dead picture.
 */
export const held = (watchdog: Watchdog): Watchdog => ({ ...watchdog, failingSince: null, rebuilt: false })

export const failed = (watchdog: Watchdog, mono: number): Watchdog =>
  watchdog.failingSince === null ? { ...watchdog, failingSince: mono } : watchdog

/** One more reload of the page, written down with those of before; null where there were too many already. */
export const oneMoreReload = (reloads: readonly number[], wall: number): readonly number[] | null => {
  const recent = reloads.filter((at) => Math.abs(wall - at) < RELOADS_WITHIN_MS)
  return recent.length < RELOADS_MOST ? recent.concat(wall) : null
}

/**
 * Next rung: draw again, then make the canvases anew, then load the page anew, at most three times in ten minutes and
 * only where the shell can be had; else go on trying behind the last good frame.
 */
export const rescue = (
  watchdog: Watchdog,
  mono: number,
  wall: number,
  shellAtHand: boolean,
): { readonly watchdog: Watchdog; readonly rescue: Rescue } => {
  if (watchdog.failingSince === null) return { watchdog, rescue: 'none' }
  const forMs = mono - watchdog.failingSince
  const reloads = forMs >= RELOAD_AFTER_MS && shellAtHand ? oneMoreReload(watchdog.reloads, wall) : null
  if (reloads) return { watchdog: { ...watchdog, failingSince: mono, reloads }, rescue: 'reload' }
  if (forMs >= REBUILD_AFTER_MS && !watchdog.rebuilt)
    return { watchdog: { ...watchdog, rebuilt: true }, rescue: 'rebuild' }
  return { watchdog, rescue: 'redraw' }
}
