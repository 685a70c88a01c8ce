import { CELL, type Size } from './legibility.ts'
import { breakLines } from './lines.ts'
import type { Metrics } from './metrics.ts'
import type { Prepared, SetLine } from './prepared.ts'

/** A rectangle of panel pixels for text; marks may stand out of it by `hang` on the left and `trail` on the right. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly hang: number
  readonly trail: number
  /** Lines stand in the middle, each by itself; else they share one left edge. */
  readonly centred?: boolean
  /** A line whose opening mark has no room to hang out moves right alone, the others keep their edge (layout 2). */
  readonly ownEdges?: boolean
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
  /** What all its breaks and the unequal lengths of its lines cost. */
  readonly cost: number
}

const LEADING = { sans: 1.28, pixel: 1.1875 }
/** Between two beats on one page, in ems on top of the leading. */
const PARAGRAPH = 0.5
/**
 * For better breaks a smaller size is taken, but not under this share of the largest; each tenth of size given up
 * must save this much in the cost of breaks.
 */
const KEEP_SIZE = 0.84
const TENTH = 1

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
  const measure = { width: box.width * em, hang: box.hang * em, trail: box.trail * em, font: size.font }
  const room = Math.floor((box.height - inkHeightOf(size, metrics)) / leadingOf(size)) + 1
  const paragraphs: (readonly SetLine[])[] = []
  let bad = 0
  let cost = 0
  for (const piece of pieces) {
    const breaks = breakLines(piece.text, [piece.from, piece.to], Math.min(most, room), measure)
    if (!breaks) return undefined
    bad += breaks.bad
    cost += breaks.cost
    const starts = [piece.from, ...breaks.ends]
    paragraphs.push(breaks.ends.map((end, i) => piece.text.line(starts[i] ?? 0, end, size.font)))
  }
  if (!box.centred && !sharesEdge(paragraphs.flat(), box, size)) return undefined
  const lines = paragraphs.reduce((n, p) => n + p.length, 0)
  const height = heightOf(size, lines, pieces.length, metrics)
  return height <= box.height && lines <= most ? { size, paragraphs, height, bad, cost } : undefined
}

/** How far the mark that hangs out furthest pushes a block to the right. */
export const pushOf = (lines: readonly SetLine[], box: Pick<Box, 'hang'>, size: Size): number =>
  Math.max(0, ...lines.map((line) => Math.ceil((line.setting.hang * size.px) / 1000) - box.hang))

const sharesEdge = (lines: readonly SetLine[], box: Box, size: Size): boolean => {
  const push = pushOf(lines, box, size)
  const em = size.px / 1000
  return (
    push === 0 ||
    lines.every(
      ({ setting }) => push + setting.width * em + Math.max(0, setting.trail * em - box.trail) <= box.width,
    )
  )
}

/** Of what can be made at `sizes` (largest first): the largest, or a little smaller where that breaks better. */
export const bestOf = <T>(
  sizes: readonly Size[],
  make: (size: Size) => { readonly made: T; readonly cost: number } | undefined,
): T | undefined => {
  let largest = 0
  let least = Number.POSITIVE_INFINITY
  let best: T | undefined
  for (const size of sizes) {
    if (size.px < largest * KEEP_SIZE) break
    const found = make(size)
    if (!found) continue
    largest ||= size.px
    const score = found.cost + TENTH * 10 * (1 - size.px / largest)
    if (score < least) {
      best = found.made
      least = score
    }
  }
  return best
}

/** Pieces, a paragraph each, as large as they fit in the box. */
export const fit = (
  pieces: readonly Piece[],
  box: Box,
  sizes: readonly Size[],
  metrics: Metrics,
  most = Number.POSITIVE_INFINITY,
): Block | undefined =>
  bestOf(sizes, (size) => {
    const made = blockAt(pieces, box, size, metrics, most)
    return made && { made, cost: made.cost }
  })
