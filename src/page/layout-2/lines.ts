import type { FontName } from '../../model/page.ts'
import { NEVER } from '../../text/breaks.ts'
import type { Extents } from '../setting.ts'
import type { Prepared } from './prepared.ts'

/** A stretch of a text, and the places in it where lines may end. */
export type Stretch = {
  readonly text: Prepared
  /** In order; the first is where it begins, the last where it ends. */
  readonly places: readonly number[]
}

/** Room for lines, in thousandths of an em: their width, and how far marks may hang out on the left and right. */
export type Measure = {
  readonly width: number
  readonly hang: number
  readonly trail: number
  readonly font: FontName
}

export const stretchOf = (
  text: Prepared,
  [from, to]: readonly [number, number],
  capacity: number,
): Stretch => ({
  text,
  places: text.places(capacity).filter((place) => place >= from && place <= to),
})

const ALONE = 300
const RAGGED = 0.9
/** What a pause inside a line costs: where there is room for one more line, the text is broken at the comma. */
const PASSED = 0.5

/**
 * Marks at the ends of a line may fall away or hang outside, so a stretch of more characters can come out narrower than a
 * shorter one, by at most this much. Only beyond it is a stretch given up as too long.
 */
const SLACK = 2000

/** What a line takes of the measure; nothing when nothing of it is left to read. */
const taken = (text: Prepared, extents: Extents, from: number, to: number, measure: Measure): number => {
  const [start, end] = [text.start(from), text.end(to)]
  if (end <= start) return 0
  const out = Math.max(0, extents.hang(start, end) - measure.hang)
  return extents.width(start, end) + out + Math.max(0, extents.trail(start, end) - measure.trail)
}

/** The fewest lines a stretch stands in; Infinity when some part of it is wider than any line. */
export const fewestLines = ({ text, places }: Stretch, measure: Measure): number => {
  const extents = text.extents(measure.font)
  let from = 0
  let lines = 0
  while (from < places.length - 1) {
    let furthest = -1
    for (let to = from + 1; to < places.length; to++) {
      const width = taken(text, extents, places[from] ?? 0, places[to] ?? 0, measure)
      if (width <= measure.width) furthest = to
      else if (width > measure.width + SLACK) break
    }
    if (furthest < 0) return NEVER
    from = furthest
    lines++
  }
  return lines
}

/** Where lines end, and what it cost. */
export type Broken = { readonly ends: readonly number[]; readonly cost: number }

type Cell = { readonly cost: number; readonly before: number }

/** Lines wished for: how wide, and how many. */
type Aim = { readonly extents: Extents; readonly goal: { readonly width: number; readonly count: number } }

const lineCost = (
  { text, places }: Stretch,
  from: number,
  to: number,
  measure: Measure,
  { extents, goal }: Aim,
): number | undefined => {
  const [start, end] = [places[from] ?? 0, places[to] ?? 0]
  const width = taken(text, extents, start, end, measure)
  if (width === 0) return NEVER
  if (width > measure.width) return width > measure.width + SLACK ? undefined : NEVER
  const ragged = (width - goal.width) / goal.width
  const passed = (text.pauses[end] ?? 0) - (text.pauses[start + 1] ?? 0)
  const solid = (text.solids[end] ?? 0) - (text.solids[start] ?? 0)
  const breaking = from === 0 ? 0 : (text.costs[start] ?? NEVER)
  return breaking + RAGGED * ragged * ragged + PASSED * passed + (goal.count > 1 && solid < 2 ? ALONE : 0)
}

/**
 * Breaks a stretch into exactly `count` lines: cheap breaks first, then equal lengths; one character alone on a line only
 * if nothing else fits (PAGE-3). Undefined when there is no way.
 */
export const breakInto = (stretch: Stretch, count: number, measure: Measure): Broken | undefined => {
  const { text, places } = stretch
  const last = places.length - 1
  const extents = text.extents(measure.font)
  const whole = extents.width(text.start(places[0] ?? 0), text.end(places[last] ?? 0))
  const aim = { extents, goal: { width: Math.max(1, whole / count), count } }
  let row: readonly (Cell | undefined)[] = [{ cost: 0, before: 0 }]
  const rows = [row]
  for (let n = 1; n <= count; n++) {
    const next: (Cell | undefined)[] = []
    for (let to = n === count ? last : n; to <= last; to++) {
      let best: Cell | undefined
      for (let from = to - 1; from >= n - 1; from--) {
        const cell = row[from]
        const cost = lineCost(stretch, from, to, measure, aim)
        if (cost === undefined) break
        if (!cell || cost === NEVER) continue
        const all = cell.cost + cost
        if (!best || all < best.cost) best = { cost: all, before: from }
      }
      next[to] = best
    }
    row = next
    rows.push(row)
  }
  return traced(rows, places)
}

const traced = (
  rows: readonly (readonly (Cell | undefined)[])[],
  places: readonly number[],
): Broken | undefined => {
  const last = places.length - 1
  const final = rows.at(-1)?.[last]
  if (!final) return undefined
  const ends: number[] = []
  let at = last
  for (let n = rows.length - 1; n > 0; n--) {
    ends.unshift(places[at] ?? 0)
    at = rows[n]?.[at]?.before ?? 0
  }
  return { ends, cost: final.cost }
}

/** Whether a word or a line's last two characters had to be given up. */
export const isPoor = ({ cost }: Broken): boolean => cost >= ALONE
