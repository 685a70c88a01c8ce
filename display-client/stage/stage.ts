import type { Sha256 } from '../../src/model/ids.ts'
import { paint } from '../../src/paint/paint.ts'
import { viewKey, type View } from '../core/view.ts'
import type { Canvases } from './canvases.ts'
import { drawCode, drawSafe } from './cards.ts'
import { familyOf, type Fonts } from './fonts.ts'
import { openPictures, type PictureBytes } from './pictures.ts'

export type Shown = 'held' | 'failed' | 'overtaken'

export type Stage = {
  /** Draws ahead of time on the canvas behind. */
  readonly prepare: (view: View) => void
  /** Puts a view in front; on any failure the last good frame stays (I4). */
  readonly show: (view: View) => Promise<Shown>
  readonly rebuild: () => void
}

type Setting = {
  readonly canvases: Canvases
  readonly fonts: Fonts
  readonly bytes: PictureBytes
  /** Size of the window in device pixels, for cards shown before the panel's grid is known. */
  readonly panel: () => { readonly width: number; readonly height: number }
  readonly mark: (page: Sha256) => void
  readonly after: (ms: number, then: () => void) => void
  /** Fonts came after a page was drawn without them: draw it again. */
  readonly late: () => void
}

/** Longer than this nobody waits for a font: the page comes with what there is and is drawn again later. */
const FONT_PATIENCE_MS = 3_000

type Drawn = { readonly key: string; readonly done: Promise<boolean> }

const patiently = (fonts: Promise<boolean>, after: Setting['after']): Promise<boolean> =>
  Promise.race([fonts, new Promise<boolean>((resolve) => after(FONT_PATIENCE_MS, () => resolve(false)))])

const drawDark = (ctx: CanvasRenderingContext2D, width: number, height: number): boolean => {
  ctx.fillStyle = '#000000'
  ctx.fillRect(0, 0, width, height)
  return true
}

/** Two canvases: what is due is drawn behind, whole, and only then brought to the front (I2, I4). */
export const openStage = (setting: Setting): Stage => {
  const { canvases, fonts, bytes, panel, mark, after, late } = setting
  let turn = 0
  let behind: Drawn | null = null

  const drawPage = (mine: number, view: View & { kind: 'page' }): Promise<boolean> => {
    const { programme, page, showing } = view
    const { width, height } = programme.grid
    const ground = (): CanvasRenderingContext2D | null =>
      mine === turn ? canvases.hidden(width, height) : null
    if (showing.dark) {
      const ctx = ground()
      return Promise.resolve(ctx !== null && drawDark(ctx, width, height))
    }
    const ready = fonts.ready(programme.fonts)
    return Promise.all([openPictures(page, bytes), patiently(ready, after)]).then(([pictures, inTime]) => {
      if (!inTime) void ready.then((whole) => whole && late())
      try {
        const ctx = ground()
        if (!ctx) return false
        paint(ctx, page, {
          fontFamily: (font) => familyOf(font, programme.fonts),
          image: (name) => pictures.of(name),
        })
        return true
      } finally {
        pictures.close()
      }
    })
  }

  const drawCard = (view: View): boolean => {
    const { width, height } = panel()
    const ctx = canvases.hidden(width, height)
    if (!ctx) return false
    if (view.kind === 'code') drawCode(ctx, width, height, view.pairing)
    if (view.kind === 'safe') drawSafe(ctx, width, height, view.trouble, view.online)
    return true
  }

  const draw = (view: View): Drawn => {
    const key = viewKey(view)
    if (behind && behind.key === key) return behind
    turn += 1
    const mine = turn
    const drawing = view.kind === 'page' ? drawPage(mine, view) : Promise.resolve(view).then(drawCard)
    behind = { key, done: drawing.catch(() => false) }
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
