import type { FontName } from '../model/page.ts'
import { BAD, NEVER } from './breaks.ts'
import { partition } from './partition.ts'
import { solidCount, type Prepared } from './prepared.ts'

/** Where lines end, what it cost, and how much of that cuts words (0: none is cut). */
export type Breaks = { readonly ends: readonly number[]; readonly cost: number; readonly bad: number }

/** Room for lines, in thousandths of an em: their width, and how far marks may hang out on the left and right. */
export type Measure = {
  readonly width: number
  readonly hang: number
  readonly trail: number
  readonly font: FontName
}

const ALONE = 300
const RAGGED = 0.9
/** What a pause inside a line costs: where there is room for one more line, the text is broken at the comma. */
const PASSED = 0.5
/** What one more line costs, so that a short text stays in few lines unless the voice breaks there. */
const EXTRA_LINE = 0.35
/** Lines beyond the fewest possible that are tried; more were never better. */
const TRIED = 3
/**
 * Marks at the ends of a line may fall away or hang outside, so a stretch of more characters can come out narrower
 * than a shorter one, by at most this much (thousandths of an em). Only beyond it is a stretch given up as too long.
 */
const SLACK = 2000

/** Cheap breaks first, then equal lengths; one character alone on a line only if nothing else fits (PAGE-3). */
const breakInto = (
  text: Prepared,
  [from, to]: readonly [number, number],
  count: number,
  measure: Measure,
): Breaks | undefined => {
  const target = text.line(from, to, measure.font).setting.width / count
  const found = partition(from, to, count, (start, end) => {
    const breaking = start === from ? 0 : (text.costs[start] ?? NEVER)
    if (breaking === NEVER) return NEVER
    const { glyphs, setting } = text.line(start, end, measure.font)
    const width =
      setting.width + Math.max(0, setting.hang - measure.hang) + Math.max(0, setting.trail - measure.trail)
    if (width > measure.width) return width > measure.width + SLACK ? undefined : NEVER
    if (glyphs.length === 0) return NEVER
    const ragged = (setting.width - target) / target
    const passed = (text.pauses[end] ?? 0) - (text.pauses[start + 1] ?? 0)
    return (
      breaking +
      RAGGED * ragged * ragged +
      PASSED * passed +
      (count > 1 && solidCount(glyphs) < 2 ? ALONE : 0)
    )
  })
  if (!found) return undefined
  const cut = found.ends.slice(0, -1).map((end) => text.costs[end] ?? 0)
  const bad = cut.reduce((sum, cost) => sum + (cost >= BAD ? cost : 0), 0)
  return { ...found, bad: found.cost >= ALONE ? bad + ALONE : bad }
}

/** Breaks `[from, to)` into one to `most` lines; undefined when it cannot be done. */
export const breakLines = (
  text: Prepared,
  range: readonly [from: number, to: number],
  most: number,
  measure: Measure,
): Breaks | undefined => {
  const whole = text.line(range[0], range[1], measure.font).setting.width
  const least = Math.max(1, Math.floor(whole / measure.width))
  if (least > most) return undefined
  let best: Breaks | undefined
  let first = 0
  for (let count = least; count <= most && (!first || count < first + TRIED); count++) {
    const made = breakInto(text, range, count, measure)
    if (!made) continue
    first ||= count
    const cost = made.cost + EXTRA_LINE * (count - first)
    if (cost < (best?.cost ?? NEVER)) best = { ...made, cost }
  }
  return best
}
