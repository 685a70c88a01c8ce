import { viewKey, type View } from '../../display-client/core/view.ts'
import type { Shown, Stage } from '../../display-client/stage/stage.ts'

/** A stage without pixels: remembers what it was asked to hold, and can fail or dawdle. */
export type FakeStage = Stage & {
  /** Keys of the views that came to the front, in order. */
  readonly front: readonly string[]
  readonly prepared: readonly string[]
  readonly rebuilt: () => number
  readonly fail: (failing: boolean, which?: View['kind']) => void
  /** Pages asked for from now on are never done. */
  readonly hang: () => void
}

export const fakeStage = (): FakeStage => {
  const front: string[] = []
  const prepared: string[] = []
  let rebuilds = 0
  let failing = false
  let kind: View['kind'] | null = null
  let hanging = false
  let turn = 0
  return {
    front,
    prepared,
    rebuilt: () => rebuilds,
    fail: (wanted, which) => {
      failing = wanted
      kind = which ?? null
    },
    hang: () => {
      hanging = true
    },
    prepare: (view: View) => {
      prepared.push(viewKey(view))
    },
    show: async (view: View): Promise<Shown> => {
      turn += 1
      const mine = turn
      await Promise.resolve()
      if (mine !== turn) return 'overtaken'
      if (hanging && view.kind === 'page') return new Promise(() => {})
      if (failing && view.kind === (kind ?? view.kind)) return 'failed'
      front.push(viewKey(view))
      return 'held'
    },
    rebuild: () => {
      rebuilds += 1
    },
  }
}
