import type { Instant } from '../model/ids.ts'
import type { Level } from '../model/level.ts'
import type { PlannedSegment } from './plan.ts'

/** Levels whose hour may wait for a page to be read to its end; emergency and warning do not wait. */
const PATIENT: readonly (Level | null)[] = ['campaign', 'daily', 'filler', null]

/** End of the page on screen at t; null when the segment has no pages of its own. */
const pageEnd = (segment: PlannedSegment, t: Instant): Instant | null => {
  const length = segment.items.reduce((sum, item) => sum + item.page.dwellMs, 0)
  if (length <= 0) return null
  let end = t - ((((t - segment.anchor) % length) + length) % length)
  for (const { page } of segment.items) {
    end += page.dwellMs
    if (t < end) return end
  }
  return null
}

/**
 * Whether every item of the loop stays valid until then: all of them are asked, since a withdrawal on the screen may
 * bring another page into the last turn (I11).
 */
const validThrough = ({ items }: PlannedSegment, end: Instant): boolean =>
  items.every((item) => item.validUntil === null || item.validUntil >= end)

/**
 * When `before` hands over to `after`: the end of the page then on screen, or the edge itself where nothing may wait.
 */
const handoverAt = (before: PlannedSegment, after: PlannedSegment): Instant => {
  const edge = after.from
  const patient = PATIENT.includes(before.level) && PATIENT.includes(after.level)
  if (!patient || before.dark || after.dark) return edge
  const end = pageEnd(before, edge - 1)
  if (end === null || end >= after.until || !validThrough(before, end)) return edge
  // A person's act in the new segment is never kept waiting.
  return after.anchor > edge && end > after.anchor ? edge : end
}

/**
 * SCH-9: when only the calendar moves, the page on screen is shown to its end and the next loop begins then.
 * Not at civil midnight, where every loop begins anew: so the plan of a day depends on that day alone.
 */
export const handOver = (
  segments: readonly PlannedSegment[],
  midnights: ReadonlySet<Instant>,
): readonly PlannedSegment[] => {
  const told: PlannedSegment[] = []
  for (const segment of segments) {
    const before = told.at(-1)
    const edge = segment.from
    const from = before && !midnights.has(edge) ? handoverAt(before, segment) : edge
    if (before && from > edge) told[told.length - 1] = { ...before, until: from }
    told.push({ ...segment, from, anchor: segment.anchor === edge ? from : segment.anchor })
  }
  return told
}
