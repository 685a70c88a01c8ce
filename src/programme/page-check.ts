import type { DrawOp, FrameOp, ImageOp, Page, PathOp, RectOp, TextOp } from '../model/page.ts'
import { finite, list, malformed, matches, oneOf, shape, text, truth, whole, type Check } from './check.ts'

export const sha256: Check = matches(/^[0-9a-f]{64}$/, 'SHA-256 wanted')
const colour = matches(/^#[0-9A-F]{6}$/, 'colour #RRGGBB wanted')
const size = whole(1)

const point: Check = list(finite, 2, 2)

const OPS: { readonly [Name in DrawOp['op']]: Check } = {
  rect: shape<RectOp>(
    { op: text, x: finite, y: finite, w: finite, h: finite, fill: colour, radius: finite },
    ['radius'],
  ),
  frame: shape<FrameOp>(
    { op: text, x: finite, y: finite, w: finite, h: finite, stroke: colour, line: finite, radius: finite },
    ['radius'],
  ),
  path: shape<PathOp>(
    { op: text, points: list(point), closed: truth, fill: colour, stroke: colour, line: finite },
    ['fill', 'stroke', 'line'],
  ),
  text: shape<TextOp>(
    {
      op: text,
      font: oneOf(['sans', 'pixel']),
      size,
      y: whole(),
      xs: list(whole()),
      text,
      fill: colour,
      quiet: oneOf([true]),
    },
    ['quiet'],
  ),
  image: shape<ImageOp>({ op: text, x: whole(), y: whole(), w: size, h: size, asset: sha256 }),
}

const drawOp: Check = (value, path) => {
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
export const pageCheck: Check = shape<Page>({
  width: size,
  height: size,
  ground: colour,
  dwellMs: whole(1000),
  template: text,
  ops: list(drawOp),
})
