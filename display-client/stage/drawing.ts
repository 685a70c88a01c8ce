import { paint } from '../../src/paint/paint.ts'
import type { View } from '../core/view.ts'
import type { Canvases } from './canvases.ts'
import { drawCode, drawSafe } from './cards.ts'
import { familyOf, type Fonts } from './fonts.ts'
import { openPictures, type PictureBytes } from './pictures.ts'

export type DrawingTools = {
  readonly canvases: Canvases
  readonly fonts: Fonts
  readonly bytes: PictureBytes
  /** Size of the window in device pixels, for cards shown before the panel's grid is known. */
  readonly panel: () => { readonly width: number; readonly height: number }
  readonly after: (ms: number, then: () => void) => void
  /** Fonts came after a page was drawn without them: draw it again. */
  readonly late: () => void
}

type PageView = View & { readonly kind: 'page' }

/**
 * A page waits this long for its fonts; then it is drawn with those there are, and drawn again when others come
 * (PLY-23).
 */
const FONT_PATIENCE_MS = 3_000

/** A page whose picture is not there after this time has failed, and is tried again (PLY-24). */
const PICTURE_PATIENCE_MS = 10_000

const patiently = <T, L>(
  work: Promise<T>,
  after: DrawingTools['after'],
  ms: number,
  late: L,
): Promise<T | L> => Promise.race([work, new Promise<L>((resolve) => after(ms, () => resolve(late)))])

/** `mine`: still wanted? Asked last, so that an overtaken drawing never touches the canvas (I2). */
const drawPage = (tools: DrawingTools, view: PageView, mine: () => boolean): Promise<boolean> => {
  const { canvases, fonts, bytes, after, late } = tools
  const { programme, page } = view
  const ready = fonts.ready(programme.fonts)
  const opening = openPictures(page, bytes)
  return Promise.all([
    patiently(opening, after, PICTURE_PATIENCE_MS, null),
    patiently(ready, after, FONT_PATIENCE_MS, false),
  ]).then(([pictures, inTime]) => {
    if (!pictures) {
      opening.then((late) => late.close()).catch(() => {})
      return false
    }
    if (!inTime) void ready.then((whole) => whole && late())
    try {
      const ctx = mine() ? canvases.hidden(programme.grid.width, programme.grid.height) : null
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

const drawDark = ({ canvases }: DrawingTools, { programme }: PageView): boolean => {
  const { width, height } = programme.grid
  const ctx = canvases.hidden(width, height)
  if (!ctx) return false
  ctx.fillStyle = '#000000'
  ctx.fillRect(0, 0, width, height)
  return true
}

const drawCard = ({ canvases, panel }: DrawingTools, view: View): boolean => {
  const { width, height } = panel()
  const ctx = canvases.hidden(width, height)
  if (!ctx) return false
  if (view.kind === 'code') drawCode(ctx, width, height, view.pairing)
  if (view.kind === 'safe') drawSafe(ctx, width, height, view.trouble && view.trouble.code, view.online)
  return true
}

/** Draws a view on the canvas behind; false when it could not, or was not wanted any more. Never rejects. */
export const drawView = (tools: DrawingTools, view: View, mine: () => boolean): Promise<boolean> => {
  const drawing =
    view.kind === 'page' && !view.showing.dark
      ? drawPage(tools, view, mine)
      : Promise.resolve(view).then((flat) =>
          flat.kind === 'page' ? drawDark(tools, flat) : drawCard(tools, flat),
        )
  return drawing.catch(() => false)
}
