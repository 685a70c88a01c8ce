import type { DrawOp, FrameOp, ImageOp, Page, PathOp, RectOp, TextOp } from '../model/page.ts'
import { exact, filled, finite, list, matches, oneOf, truth, whole, type Read } from '../shape/shape.ts'
import { malformed } from './refused.ts'

export const sha256: Read<unknown> = matches(/^[0-9a-f]{64}$/, 'SHA-256')
const colour = matches(/^#[0-9A-F]{6}$/, 'colour #RRGGBB')
const size = whole(1)

const point: Read<unknown> = list(finite, 2, 2)

const OPS: { readonly [Name in DrawOp['op']]: Read<unknown> } = {
  rect: exact<RectOp>(
    { op: filled, x: finite, y: finite, w: finite, h: finite, fill: colour, radius: finite },
    ['radius'],
  ),
  frame: exact<FrameOp>(
    { op: filled, x: finite, y: finite, w: finite, h: finite, stroke: colour, line: finite, radius: finite },
    ['radius'],
  ),
  path: exact<PathOp>(
    { op: filled, points: list(point), closed: truth, fill: colour, stroke: colour, line: finite },
    ['fill', 'stroke', 'line'],
  ),
  text: exact<TextOp>(
    {
      op: filled,
      font: oneOf(['sans', 'pixel']),
      size,
      y: whole(),
      xs: list(whole()),
      text: filled,
      fill: colour,
      quiet: oneOf([true]),
    },
    ['quiet'],
  ),
  image: exact<ImageOp>({ op: filled, x: whole(), y: whole(), w: size, h: size, asset: sha256 }),
}

const drawOp: Read<unknown> = (value, path) => {
  const name = (value as { op?: unknown } | null)?.op
  if (typeof name !== 'string' || !Object.prototype.hasOwnProperty.call(OPS, name)) {
    return malformed(`${path}.op`, 'unknown drawing')
  }
  OPS[name as DrawOp['op']](value, path)
  const op = value as DrawOp
  if (op.op === 'text' && Array.from(op.text).length !== op.xs.length) {
    malformed(`${path}.xs`, 'one place for each character wanted')
  }
}

/** A display list; a dwell under a second would flicker, so it is refused (PRG-4). */
export const pageCheck: Read<unknown> = exact<Page>({
  width: size,
  height: size,
  ground: colour,
  dwellMs: whole(1000),
  template: filled,
  ops: list(drawOp),
})
