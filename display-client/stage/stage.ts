import type { Sha256 } from '../../src/model/ids.ts'
import { viewKey, type View } from '../core/view.ts'
import { drawView, type DrawingTools } from './drawing.ts'

export type Shown = 'held' | 'failed' | 'overtaken'

export type Stage = {
  /** Draws ahead of time on the canvas behind. */
  readonly prepare: (view: View) => void
  /** Puts a view in front; on any failure the last good frame stays (I4). */
  readonly show: (view: View) => Promise<Shown>
  readonly rebuild: () => void
}

type Drawn = { readonly key: string; readonly done: Promise<boolean> }

/** Two canvases: what is due is drawn behind, whole, and only then brought to the front (I2, I4). */
export const openStage = (tools: DrawingTools & { readonly mark: (page: Sha256) => void }): Stage => {
  const { canvases, mark } = tools
  let turn = 0
  let behind: Drawn | null = null

  const draw = (view: View): Drawn => {
    const key = viewKey(view)
    if (behind && behind.key === key) return behind
    turn += 1
    const mine = turn
    behind = { key, done: drawView(tools, view, () => mine === turn) }
    return behind
  }

  return {
    prepare: (view) => {
      draw(view)
    },
    show: (view) => {
      const drawn = draw(view)
      return drawn.done.then((whole) => {
        if (behind !== drawn) return 'overtaken'
        behind = null
        if (!whole) return 'failed'
        canvases.swap()
        if (view.kind === 'page') mark(view.showing.page)
        return 'held'
      })
    },
    rebuild: () => {
      behind = null
      turn += 1
      canvases.rebuild()
    },
  }
}
