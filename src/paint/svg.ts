import type { Sha256 } from '../model/ids.ts'
import type { DrawOp, FontName, FrameOp, Page, PathOp, TextOp } from '../model/page.ts'

/** What a page names but does not carry. */
export type SvgResources = {
  /** Value of `font-family`, and its weight. */
  readonly font: (font: FontName) => { readonly family: string; readonly weight: number }
  /** Address of a picture of exactly the op's size; null leaves the ground there. */
  readonly image: (asset: Sha256) => string | null
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`)

const box = (x: number, y: number, w: number, h: number, fill: string, radius = 0): string => {
  const r = Math.min(radius, w / 2, h / 2)
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}"${r > 0 ? ` rx="${r}"` : ''} fill="${fill}"/>`
}

/** As on the canvas: square frames are four filled bars, round ones a stroke inside the box. */
const frame = ({ x, y, w, h, line, stroke, radius }: FrameOp): string => {
  if (!radius)
    return [
      box(x, y, w, line, stroke),
      box(x, y + h - line, w, line, stroke),
      box(x, y + line, line, h - 2 * line, stroke),
      box(x + w - line, y + line, line, h - 2 * line, stroke),
    ].join('')
  const r = Math.max(0, Math.min(radius, w / 2, h / 2) - line / 2)
  return `<rect x="${x + line / 2}" y="${y + line / 2}" width="${w - line}" height="${h - line}" rx="${r}" fill="none" stroke="${stroke}" stroke-width="${line}"/>`
}

const path = ({ points, closed, fill, stroke, line = 1 }: PathOp): string => {
  const d = `M${points.map(([x, y]) => `${x} ${y}`).join('L')}${closed ? 'Z' : ''}`
  const pen = stroke
    ? ` stroke="${stroke}" stroke-width="${line}" stroke-linejoin="round" stroke-linecap="round"`
    : ''
  return `<path d="${d}" fill="${fill ?? 'none'}"${pen}/>`
}

/** Glyph by glyph, so that no shaper moves one (PAINT-1). */
const text = (op: TextOp, { font }: SvgResources): string => {
  const { family, weight } = font(op.font)
  const glyphs = Array.from(op.text).flatMap((character, i) => {
    const x = op.xs[i]
    return x === undefined || character === ' '
      ? []
      : [`<text x="${x}" y="${op.y}">${escaped(character)}</text>`]
  })
  return `<g font-family="${escaped(family)}" font-weight="${weight}" font-size="${op.size}" fill="${op.fill}">${glyphs.join('')}</g>`
}

const drawn = (op: DrawOp, resources: SvgResources): string => {
  if (op.op === 'rect') return box(op.x, op.y, op.w, op.h, op.fill, op.radius)
  if (op.op === 'frame') return frame(op)
  if (op.op === 'path') return path(op)
  if (op.op === 'text') return text(op, resources)
  const href = resources.image(op.asset)
  return href === null
    ? ''
    : `<image x="${op.x}" y="${op.y}" width="${op.w}" height="${op.h}" href="${escaped(href)}"/>`
}

/** A page as a drawing of its own size, where there is no canvas. */
export const pageSvg = (page: Page, resources: SvgResources): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}">${box(0, 0, page.width, page.height, page.ground)}${page.ops.map((op) => drawn(op, resources)).join('')}</svg>`
