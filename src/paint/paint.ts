import type { Sha256 } from '../model/ids.ts'
import type { DrawOp, FontName, FrameOp, ImageOp, Page, PathOp, RectOp, TextOp } from '../model/page.ts'
import type { PaintContext } from './context.ts'

/** What a page names but does not carry. */
export type PaintResources = {
  /** CSS family list for a font, such as `ss-sans, ss-sans-x`. */
  readonly fontFamily: (font: FontName) => string
  /** A decoded picture of exactly the op's size; undefined leaves the ground there. */
  readonly image: (asset: Sha256) => unknown
}

const boxPath = (ctx: PaintContext, x: number, y: number, w: number, h: number, radius: number): void => {
  ctx.beginPath()
  if (radius <= 0) {
    ctx.rect(x, y, w, h)
    return
  }
  ctx.moveTo(x + radius, y)
  ctx.arcTo(x + w, y, x + w, y + h, radius)
  ctx.arcTo(x + w, y + h, x, y + h, radius)
  ctx.arcTo(x, y + h, x, y, radius)
  ctx.arcTo(x, y, x + w, y, radius)
  ctx.closePath()
}

const paintRect = (ctx: PaintContext, op: RectOp): void => {
  ctx.fillStyle = op.fill
  if (!op.radius) {
    ctx.fillRect(op.x, op.y, op.w, op.h)
    return
  }
  boxPath(ctx, op.x, op.y, op.w, op.h, Math.min(op.radius, op.w / 2, op.h / 2))
  ctx.fill()
}

/** Square frames are four filled bars: a stroke on half pixels would be grey on a one-colour panel. */
const paintFrame = (ctx: PaintContext, op: FrameOp): void => {
  const { x, y, w, h, line } = op
  if (!op.radius) {
    ctx.fillStyle = op.stroke
    ctx.fillRect(x, y, w, line)
    ctx.fillRect(x, y + h - line, w, line)
    ctx.fillRect(x, y + line, line, h - 2 * line)
    ctx.fillRect(x + w - line, y + line, line, h - 2 * line)
    return
  }
  ctx.strokeStyle = op.stroke
  ctx.lineWidth = line
  ctx.lineJoin = 'round'
  const radius = Math.max(0, Math.min(op.radius, w / 2, h / 2) - line / 2)
  boxPath(ctx, x + line / 2, y + line / 2, w - line, h - line, radius)
  ctx.stroke()
}

const paintPath = (ctx: PaintContext, op: PathOp): void => {
  ctx.beginPath()
  op.points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
  if (op.closed) ctx.closePath()
  if (op.fill) {
    ctx.fillStyle = op.fill
    ctx.fill()
  }
  if (op.stroke) {
    ctx.strokeStyle = op.stroke
    ctx.lineWidth = op.line === undefined ? 1 : op.line
    ctx.lineJoin = 'round'
    ctx.lineCap = 'round'
    ctx.stroke()
  }
}

/** Glyph by glyph at whole pixels: positions are the layout's, never the shaper's (PAINT-1). */
const paintText = (ctx: PaintContext, op: TextOp, resources: PaintResources): void => {
  ctx.font = `${op.size}px ${resources.fontFamily(op.font)}`
  ctx.fillStyle = op.fill
  Array.from(op.text).forEach((character, i) => {
    const x = op.xs[i]
    if (x !== undefined && character !== ' ') ctx.fillText(character, x, op.y)
  })
}

const paintImage = (ctx: PaintContext, op: ImageOp, resources: PaintResources): void => {
  const image = resources.image(op.asset)
  if (image) ctx.drawImage(image as never, op.x, op.y, op.w, op.h)
}

const paintOp = (ctx: PaintContext, op: DrawOp, resources: PaintResources): void => {
  if (op.op === 'rect') paintRect(ctx, op)
  else if (op.op === 'frame') paintFrame(ctx, op)
  else if (op.op === 'path') paintPath(ctx, op)
  else if (op.op === 'text') paintText(ctx, op, resources)
  else paintImage(ctx, op, resources)
}

/** Draws a page over the whole of its grid. The context must be at scale 1 with its origin at the page's (0,0). */
export const paint = (ctx: PaintContext, page: Page, resources: PaintResources): void => {
  ctx.imageSmoothingEnabled = false
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = page.ground
  ctx.fillRect(0, 0, page.width, page.height)
  page.ops.forEach((op) => paintOp(ctx, op, resources))
}
