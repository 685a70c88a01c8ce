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
/** Shares of the largest size that are tried for better breaks. */
const SHARES = [1, 0.95, 0.9, 0.84, 0.78, 0.72, 0.66]
/** What each tenth of the largest size that is given up must save in the cost of breaks. */
export const TENTH = 1

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

const blockOf = ({ text, places, first }: Stretch, broken: Broken, size: Size, metrics: Metrics): Block => {
  const starts = [places.at[first] ?? 0, ...broken.ends]
  const lines = broken.ends.map((end, i) => text.line(starts[i] ?? 0, end, size.font))
  const height = heightOf(size, lines.length, metrics)
  return { size, paragraphs: [lines], height, bad: isPoor(broken) ? broken.cost : 0, cost: broken.cost }
}

type Found = { readonly broken: Broken; readonly size: Size; readonly score: number }

/** The best way at one size, if it is better than the best so far. */
const bestAt = (
  stretch: Stretch,
  press: Press,
  size: Size,
  largest: number,
  soFar: Found | undefined,
): Found | undefined => {
  const smaller = TENTH * 10 * (1 - size.px / largest)
  let best = soFar
  if (best && smaller >= best.score) return best
  const measure = measureOf(press, size)
  const fewest = fewestLines(stretch, measure)
  for (let count = fewest; count <= Math.min(roomFor(press, size), fewest + 2); count++) {
    const least = EXTRA_LINE * (count - fewest) + smaller
    if (best && least >= best.score) break
    const broken = breakInto(stretch, count, measure, best && best.score - least)
    if (broken && (!best || broken.cost + least < best.score))
      best = { broken, size, score: broken.cost + least }
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
  let best: Found | undefined
  let at = first
  let last: Size | undefined
  for (const share of SHARES) {
    while (at < press.sizes.length && (press.sizes[at]?.px ?? 0) > largest.px * share) at++
    const size = press.sizes[at]
    if (!size || size === last) continue
    last = size
    best = bestAt(stretch, press, size, largest.px, best)
  }
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
