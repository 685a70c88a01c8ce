import type { Metrics } from '../metrics.ts'
import { inkHeightOf, leadingOf, type Block, type Box } from '../fit.ts'
import { MOST_CHARACTERS } from '../dwell.ts'
import type { Size } from '../legibility.ts'
import {
  breakInto,
  fewestLines,
  isPoor,
  stretchOf,
  type Broken,
  type Measure,
  type Stretch,
} from './lines.ts'
import type { Prepared } from './prepared.ts'

/** A stretch of a prepared text. */
export type Piece = { readonly text: Prepared; readonly from: number; readonly to: number }

/** How a text is put in a box: sizes, largest first, and the lines at most. */
export type Press = {
  readonly box: Box
  readonly sizes: readonly Size[]
  readonly metrics: Metrics
  readonly most: number
  /** Thousandths of an em that a line holds at the smallest size this panel ever shows: wider words may be cut. */
  readonly capacity: number
}

/** What one more line costs, so that a short text stays in few lines unless the voice breaks there. */
const EXTRA_LINE = 0.35
/** Shares of the largest size that are tried for better breaks; each tenth given up must save `TENTH`. */
const SHARES = [1, 0.95, 0.9, 0.84]
const TENTH = 1

const measureOf = ({ box }: Press, size: Size): Measure => {
  const em = 1000 / size.px
  return { width: box.width * em, hang: box.hang * em, trail: box.trail * em, font: size.font }
}

const heightOf = (size: Size, lines: number, metrics: Metrics): number =>
  inkHeightOf(size, metrics) + (lines - 1) * leadingOf(size)

/** How tall a piece stands at a size in the fewest lines; Infinity when some part of it is wider than the box. */
export const leastHeight = ({ text, from, to }: Piece, press: Press, size: Size): number =>
  heightOf(
    size,
    fewestLines(stretchOf(text, [from, to], press.capacity), measureOf(press, size)),
    press.metrics,
  )

const roomFor = ({ box, metrics, most }: Press, size: Size): number =>
  Math.min(most, Math.floor((box.height - inkHeightOf(size, metrics)) / leadingOf(size)) + 1)

const fits = (stretch: Stretch, press: Press, size: Size): boolean => {
  const room = roomFor(press, size)
  return room > 0 && fewestLines(stretch, measureOf(press, size)) <= room
}

/** The first size at which the stretch fits; those after it fit as well. */
const largestIn = (stretch: Stretch, press: Press): number | undefined => {
  const { sizes } = press
  const smallest = sizes.length - 1
  const last = sizes[smallest]
  if (!last || !fits(stretch, press, last)) return undefined
  let [low, high] = [0, smallest]
  while (low < high) {
    const middle = (low + high) >> 1
    const size = sizes[middle]
    if (size && fits(stretch, press, size)) high = middle
    else low = middle + 1
  }
  return low
}

const blockOf = ({ text, places }: Stretch, broken: Broken, size: Size, metrics: Metrics): Block => {
  const starts = [places[0] ?? 0, ...broken.ends]
  const lines = broken.ends.map((end, i) => text.line(starts[i] ?? 0, end, size.font))
  const height = heightOf(size, lines.length, metrics)
  return { size, paragraphs: [lines], height, bad: isPoor(broken) ? broken.cost : 0, cost: broken.cost }
}

type Found = { readonly broken: Broken; readonly size: Size; readonly score: number }

const bestAt = (stretch: Stretch, press: Press, size: Size, largest: number): Found | undefined => {
  const measure = measureOf(press, size)
  const fewest = fewestLines(stretch, measure)
  let best: Found | undefined
  for (let count = fewest; count <= Math.min(roomFor(press, size), fewest + 2); count++) {
    const broken = breakInto(stretch, count, measure)
    if (!broken) continue
    const score = broken.cost + EXTRA_LINE * (count - fewest) + TENTH * 10 * (1 - size.px / largest)
    if (!best || score < best.score) best = { broken, size, score }
  }
  return best
}

/** At most what a person reads on one page (PAGE-5). */
export const isReadable = ({ text, from, to }: Piece): boolean =>
  (text.reads[to] ?? 0) - (text.reads[from] ?? 0) <= MOST_CHARACTERS

/** A piece as large as it fits in the box, or a little smaller where that breaks better; undefined when it fits at none. */
export const fit = (piece: Piece, press: Press): Block | undefined => {
  if (!isReadable(piece)) return undefined
  const stretch = stretchOf(piece.text, [piece.from, piece.to], press.capacity)
  const first = largestIn(stretch, press)
  const largest = first === undefined ? undefined : press.sizes[first]
  if (first === undefined || !largest) return undefined
  const tried = new Set(
    SHARES.flatMap((share) => press.sizes.slice(first).find(({ px }) => px <= largest.px * share) ?? []),
  )
  const [best] = [...tried]
    .flatMap((size) => bestAt(stretch, press, size, largest.px) ?? [])
    .toSorted((a, b) => a.score - b.score)
  return best && blockOf(stretch, best.broken, best.size, press.metrics)
}

/** Whether a piece can be set at the smallest of the sizes: what page breaks are judged by. */
export const canStand = (piece: Piece, press: Press): boolean => {
  const size = press.sizes.at(-1)
  return (
    size !== undefined &&
    isReadable(piece) &&
    fits(stretchOf(piece.text, [piece.from, piece.to], press.capacity), press, size)
  )
}
