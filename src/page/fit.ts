import { CELL, type Size } from './legibility.ts'
import { breakLines } from './lines.ts'
import type { Metrics } from './metrics.ts'
import type { Prepared, SetLine } from './prepared.ts'

/** A rectangle of panel pixels for text; `hang` is how far opening marks may stand out of it on the left. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly hang: number
}

/** A stretch of a prepared text. */
export type Piece = { readonly text: Prepared; readonly from: number; readonly to: number }

/** Lines of one size, one list a paragraph. */
export type Block = {
  readonly size: Size
  readonly paragraphs: readonly (readonly SetLine[])[]
  readonly height: number
  /** 0 when no word is cut. */
  readonly bad: number
}

const LEADING = { sans: 1.28, pixel: 1.1875 }
/** Between two beats on one page, in ems on top of the leading. */
const PARAGRAPH = 0.5
/** A smaller size is taken to keep words whole, but not smaller than this share. */
const KEEP_SIZE = 0.8

export const leadingOf = (size: Size): number => Math.round(size.px * LEADING[size.font])
export const ascentOf = (size: Size, metrics: Metrics): number =>
  size.font === 'pixel' ? (size.px / CELL) * 14 : Math.round((size.px * metrics.sans.top) / 1000)
export const inkHeightOf = (size: Size, metrics: Metrics): number =>
  size.font === 'pixel' ? size.px : Math.round((size.px * (metrics.sans.top - metrics.sans.bottom)) / 1000)
export const paragraphGapOf = (size: Size): number => Math.round(size.px * PARAGRAPH)

const heightOf = (size: Size, lines: number, paragraphs: number, metrics: Metrics): number =>
  inkHeightOf(size, metrics) + (lines - 1) * leadingOf(size) + (paragraphs - 1) * paragraphGapOf(size)

const blockAt = (
  pieces: readonly Piece[],
  box: Box,
  size: Size,
  metrics: Metrics,
  most: number,
): Block | undefined => {
  const em = 1000 / size.px
  const measure = { width: box.width * em, hang: box.hang * em, font: size.font }
  const room = Math.floor((box.height - inkHeightOf(size, metrics)) / leadingOf(size)) + 1
  const paragraphs: (readonly SetLine[])[] = []
  let bad = 0
  for (const piece of pieces) {
    const breaks = breakLines(piece.text, [piece.from, piece.to], Math.min(most, room), measure)
    if (!breaks) return undefined
    bad += breaks.bad
    const starts = [piece.from, ...breaks.ends]
    paragraphs.push(breaks.ends.map((end, i) => piece.text.line(starts[i] ?? 0, end, size.font)))
  }
  const lines = paragraphs.reduce((n, p) => n + p.length, 0)
  const height = heightOf(size, lines, pieces.length, metrics)
  return height <= box.height && lines <= most ? { size, paragraphs, height, bad } : undefined
}

/** The largest of `sizes` (largest first) at which the pieces fit, a little smaller where that keeps words whole. */
export const fit = (
  pieces: readonly Piece[],
  box: Box,
  sizes: readonly Size[],
  metrics: Metrics,
  most = Number.POSITIVE_INFINITY,
): Block | undefined => {
  let first: Block | undefined
  for (const size of sizes) {
    if (first && size.px < first.size.px * KEEP_SIZE) break
    const block = blockAt(pieces, box, size, metrics, most)
    if (block?.bad === 0) return block
    first ??= block
  }
  return first
}
