import type { Instant } from '../../src/model/ids.ts'
import { calmWatchdog, failed, held, rescue, type Watchdog } from '../core/watchdog.ts'
import { viewKey, type View } from '../core/view.ts'
import type { Stage } from './stage.ts'

/** Time as the director needs it; a fake one drives the tests. */
export type Tempo = {
  readonly now: () => Instant
  readonly mono: () => number
  readonly wall: () => Instant
  readonly after: (ms: number, then: () => void) => () => void
  /** Before the next frame is shown, or soon where there are no frames (a hidden tab). */
  readonly frame: (then: () => void) => void
}

type Script = {
  /** Needs nothing but the script itself; shown when no page can be drawn and what is in front may not stay (I4). */
  readonly card: View
  readonly viewAt: (now: Instant) => View
  /** Whether this view must leave the front even when the next one cannot be drawn (I7, I11). */
  readonly barred: (view: View, now: Instant) => boolean
  readonly nextLook: (view: View, now: Instant) => Instant
}

type Watch = {
  /** Called before each look, so that what is due by now has happened. */
  readonly tick: (now: Instant) => void
  readonly held: (view: View) => void
  readonly failed: (view: View) => void
  readonly shellAtHand: () => boolean
  readonly reload: (reloads: readonly number[]) => void
}

export type Director = {
  /** Something may have changed: look now. */
  readonly look: () => void
  /** Draw what is due again, though nothing changed (fonts came, canvas size changed). */
  readonly redraw: () => void
  readonly watchdog: () => Watchdog
}

/** A page is drawn this long before it is due. */
const AHEAD_MS = 1_500
/** The timer aims this long before the boundary; frames do the rest (docs/facts.md#screens-in-step). */
const FRAME_MS = 17
const RETRY_MS = 2_000
/**
 * A view that may no longer be shown stays in front at most this long while the next page is being drawn (PLY-25).
 */
const BARRED_MS = 3_000

/** Timers of one plan; a new plan calls the old one off. */
type Timers = { readonly clear: () => void; readonly later: (ms: number, then: () => void) => void }

const makeTimers = (after: Tempo['after']): Timers => {
  let cancels: (() => void)[] = []
  return {
    clear: () => {
      cancels.forEach((cancel) => cancel())
      cancels = []
    },
    later: (ms, then) => {
      cancels.push(after(Math.max(0, ms), then))
    },
  }
}

/** The timer stops a frame short; frames carry it over the boundary, or back to planning when the clock was bent. */
const crossing = (tempo: Tempo, boundary: Instant, early: () => void, due: () => void): void =>
  tempo.frame(() => {
    const left = boundary - tempo.now()
    if (left > FRAME_MS) early()
    else if (left > 0) crossing(tempo, boundary, early, due)
    else due()
  })

/** The view on the panel now, whether it is the one that is due or not, and until when it may stay. */
const keepFront = (stage: Stage, script: Script, tempo: Tempo) => {
  let shown: View | null = null
  let until = Infinity
  const barred = (): boolean => !shown || script.barred(shown, tempo.now())
  return {
    holds: (view: View): void => {
      shown = view
    },
    /** `late`: the next page is not here yet. */
    watch: (late: boolean, later: Timers['later'], overdue: () => void): void => {
      until = late && barred() ? Math.min(until, tempo.mono() + BARRED_MS) : Infinity
      if (until < Infinity) later(until - tempo.mono(), overdue)
    },
    /** The next page failed. */
    failed: (): void => {
      until = Infinity
      if (!barred()) return
      void stage.show(script.card).then((how) => {
        if (how === 'held') shown = script.card
      })
    },
  }
}

/** Takes the next rung. */
const climb = (watchdog: Watchdog, stage: Stage, tempo: Tempo, watch: Watch): Watchdog => {
  const step = rescue(watchdog, tempo.mono(), tempo.wall(), watch.shellAtHand())
  if (step.rescue === 'rebuild') stage.rebuild()
  if (step.rescue === 'reload') watch.reload(step.watchdog.reloads)
  return step.watchdog
}

/** Decides when the stage draws what; no loop runs while a page stands still. */
export const direct = (
  stage: Stage,
  script: Script,
  tempo: Tempo,
  watch: Watch,
  reloads: readonly number[] = [],
): Director => {
  const timers = makeTimers(tempo.after)
  let front = ''
  let wanted = ''
  let watchdog = calmWatchdog(reloads)
  const panel = keepFront(stage, script, tempo)

  const prepare = (view: View): void => {
    if (viewKey(view) !== front && front === wanted) stage.prepare(view)
  }

  const plan = (): void => {
    timers.clear()
    const now = tempo.now()
    const next = script.nextLook(script.viewAt(now), now)
    timers.later(next - now - FRAME_MS, () => crossing(tempo, next, plan, look))
    if (next - now > AHEAD_MS) timers.later(next - now - AHEAD_MS, () => prepare(script.viewAt(next)))
    if (watchdog.failingSince !== null) timers.later(RETRY_MS, retry)
    panel.watch(front !== wanted, timers.later, () => settle(script.viewAt(now), 'failed'))
  }

  const retry = (): void => {
    watchdog = climb(watchdog, stage, tempo, watch)
    redraw()
  }

  const settle = (view: View, how: 'held' | 'failed'): void => {
    if (how === 'held') {
      panel.holds(view)
      front = viewKey(view)
      watchdog = held(watchdog)
      watch.held(view)
    } else {
      watchdog = failed(watchdog, tempo.mono())
      watch.failed(view)
      panel.failed()
    }
    plan()
  }

  const look = (): void => {
    const now = tempo.now()
    watch.tick(now)
    const view = script.viewAt(now)
    if (viewKey(view) !== wanted) {
      wanted = viewKey(view)
      void stage.show(view).then((how) => {
        if (how !== 'overtaken') settle(view, how)
      })
    }
    plan()
  }

  const redraw = (): void => {
    wanted = ''
    front = ''
    look()
  }

  return { look, redraw, watchdog: () => watchdog }
}
