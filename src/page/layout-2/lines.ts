import type { FontName } from '../../model/page.ts'
import { NEVER } from '../../text/breaks.ts'
import type { Extents } from '../setting.ts'
import type { Places, Prepared } from './prepared.ts'

/** A stretch of a text between two of the places where its lines may end. */
export type Stretch = {
  readonly text: Prepared
  readonly places: Places
  /** Which place it begins at, and which it ends at. */
  readonly first: number
  readonly last: number
}

/** Room for lines, in thousandths of an em: their width, and how far marks may hang out on the left and right. */
export type Measure = {
  readonly width: number
  readonly hang: number
  readonly trail: number
  readonly font: FontName
}

/** @param from, to glyphs at which a line may begin and end */
export const stretchOf = (
  text: Prepared,
  [from, to]: readonly [number, number],
  capacity: number,
): Stretch => {
  const places = text.places(capacity)
  return { text, places, first: places.at.indexOf(from), last: places.at.lastIndexOf(to) }
}

const ALONE = 300
const RAGGED = 0.9
/** What a pause inside a line costs: where there is room for one more line, the text is broken at the comma. */
const PASSED = 0.5
/** The end of one clause and the head of another on one line (`回拨，孙子`): each torn edge of it costs this. */
const TORN = 1.5

/**
 * Marks at the ends of a line may fall away or hang outside, so a stretch of more characters can come out narrower than a
 * shorter one, by at most this much. Only beyond it is a stretch given up as too long.
 */
const SLACK = 2000

/** What a line `[start, end)` takes of the measure; nothing when nothing of it is left to read. */
const taken = (extents: Extents, start: number, end: number, measure: Measure): number => {
  if (end <= start) return 0
  if (end === start + 1) return extents.alone[start] ?? 0
  const width = (extents.left[start] ?? 0) + (extents.right[end - 1] ?? 0)
  const hang = (extents.hang[start] ?? 0) - measure.hang
  const trail = (extents.trail[end - 1] ?? 0) - measure.trail
  return (width > 0 ? width : 0) + (hang > 0 ? hang : 0) + (trail > 0 ? trail : 0)
}

/** The fewest lines a stretch stands in; Infinity when some part of it is wider than any line. */
export const fewestLines = ({ text, places, first, last }: Stretch, measure: Measure): number => {
  const extents = text.extents(measure.font)
  const most = measure.width + SLACK
  let from = first
  let lines = 0
  while (from < last) {
    const start = places.heads[from] ?? 0
    let furthest = -1
    for (let to = from + 1; to <= last; to++) {
      const width = taken(extents, start, places.tails[to] ?? 0, measure)
      if (width <= measure.width) furthest = to
      else if (width > most) break
    }
    if (furthest < 0) return NEVER
    from = furthest
    lines++
  }
  return lines
}

/** Where lines end, and what it cost. */
export type Broken = { readonly ends: readonly number[]; readonly cost: number }

/** Costs of all ways to break, and from where each best one comes: a row for each number of lines, a column a place. */
type Table = { readonly columns: number; readonly costs: Float64Array; readonly before: Int32Array }

const tableOf = (count: number, columns: number): Table => {
  const costs = new Float64Array((count + 1) * columns).fill(NEVER)
  costs[0] = 0
  return { columns, costs, before: new Int32Array((count + 1) * columns) }
}

/** Lines wished for, and what a way to break them may cost. */
type Aim = { readonly count: number; readonly width: number; readonly limit: number }

/** Fills the row of `n` lines from that of one line less. */
const fillRow = (stretch: Stretch, table: Table, n: number, measure: Measure, aim: Aim): void => {
  const { text, places, first } = stretch
  const { columns, costs, before } = table
  const { pauses, solids, clauses } = text
  const extents = text.extents(measure.font)
  const [row, above] = [n * columns, (n - 1) * columns]
  const most = measure.width + SLACK
  for (let to = n === aim.count ? columns - 1 : n; to < columns; to++) {
    const end = places.at[first + to] ?? 0
    const tail = places.tails[first + to] ?? 0
    const isTorn = to < columns - 1 && (text.costs[end] ?? 0) > 0 ? 1 : 0
    let best = aim.limit
    let comesFrom = -1
    for (let from = to - 1; from >= n - 1; from--) {
      const width = taken(extents, places.heads[first + from] ?? 0, tail, measure)
      if (width > measure.width) {
        if (width > most) break
        continue
      }
      const so = costs[above + from] ?? NEVER
      if (so >= best || width === 0) continue
      const start = places.at[first + from] ?? 0
      const ragged = (width - aim.width) / aim.width
      const passed = (pauses[end] ?? 0) - (pauses[start + 1] ?? 0)
      const alone = aim.count > 1 && (solids[end] ?? 0) - (solids[start] ?? 0) < 2 ? ALONE : 0
      const breaking = from === 0 ? 0 : (text.costs[start] ?? NEVER)
      const isMixed = (clauses[end] ?? 0) > (clauses[start + 1] ?? 0)
      const torn = isMixed ? TORN * (isTorn + (breaking > 0 ? 1 : 0)) : 0
      const all = so + (breaking + RAGGED * ragged * ragged + PASSED * passed + torn + alone)
      if (all >= best) continue
      best = all
      comesFrom = from
    }
    if (comesFrom < 0) continue
    costs[row + to] = best
    before[row + to] = comesFrom
  }
}

/**
 * Breaks a stretch into exactly `count` lines: cheap breaks first, then equal lengths; one character alone on a line only
 * if nothing else fits (PAGE-3). Undefined when there is no way that costs less than `limit`.
 */
export const breakInto = (
  stretch: Stretch,
  count: number,
  measure: Measure,
  limit = NEVER,
): Broken | undefined => {
  const { text, places, first, last } = stretch
  const columns = last - first + 1
  if (count >= columns) return undefined
  const [start, end] = [places.heads[first] ?? 0, places.tails[last] ?? 0]
  const whole = taken(text.extents(measure.font), start, end, { ...measure, hang: NEVER, trail: NEVER })
  const table = tableOf(count, columns)
  const aim = { count, width: Math.max(1, whole / count), limit }
  for (let n = 1; n <= count; n++) fillRow(stretch, table, n, measure, aim)
  return traced(table, count, stretch)
}

const traced = (
  { columns, costs, before }: Table,
  count: number,
  { places, first }: Stretch,
): Broken | undefined => {
  const cost = costs[count * columns + columns - 1] ?? NEVER
  if (cost === NEVER) return undefined
  const ends: number[] = []
  let at = columns - 1
  for (let n = count; n > 0; n--) {
    ends.unshift(places.at[first + at] ?? 0)
    at = before[n * columns + at] ?? 0
  }
  return { ends, cost }
}

/** Whether a word or a line's last two characters had to be given up. */
export const isPoor = ({ cost }: Broken): boolean => cost >= ALONE
