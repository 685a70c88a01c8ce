import type { ContentId, Instant, ReleaseId, Sha256 } from '../model/ids.ts'
import type { Level } from '../model/level.ts'
import type { Programme, ScheduleVerdict, Segment } from '../model/programme.ts'

export type StretchItem = {
  readonly page: Sha256
  readonly release: ReleaseId | null
  readonly content: ContentId | null
}

/** A time in which one loop goes round: a segment after revocation, or the fallback. Ends may be infinite. */
export type Stretch = {
  readonly items: readonly StretchItem[]
  readonly anchor: Instant
  readonly from: number
  readonly until: number
  readonly level: Level | null
  readonly dark: boolean
  readonly why: readonly ScheduleVerdict[]
}

/** The fallback, going round from instant 0, so that it is in step on all screens without a word from anyone. */
export const fallbackStretch = (
  programme: Programme,
  from: number,
  until: number,
  why: readonly ScheduleVerdict[] = [],
): Stretch => ({
  items: programme.fallback.map((page) => ({ page, release: null, content: null })),
  anchor: 0,
  from,
  until,
  level: null,
  dark: false,
  why,
})

/** Index of the last segment that begins at or before t; -1 before the first. */
const indexAt = (segments: readonly Segment[], t: Instant): number => {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle] as Segment).from <= t) low = middle + 1
    else high = middle
  }
  return low - 1
}

const segmentStretch = (programme: Programme, segment: Segment, revoked: readonly ReleaseId[]): Stretch => {
  const { from, until, anchor, level, why } = segment
  const safe = fallbackStretch(programme, from, until, why)
  if (segment.dark) return { ...safe, items: safe.items.slice(0, 1), dark: true }
  const loop = segment.loop === null ? [] : (programme.loops[segment.loop] ?? [])
  const items = loop.filter((item) => revoked.indexOf(item.release) < 0)
  if (items.length > 0) return { items, anchor, from, until, level, dark: false, why }
  // Everything due was withdrawn, so no schedule has won, and the answer must not name one.
  return {
    ...safe,
    why: why.map((v) => (v.won ? { ...v, won: false, reason: 'NOTHING_RELEASED' as const } : v)),
  }
}

/** Total: outside all segments the fallback plays (I4). */
export const stretchAt = (programme: Programme, t: Instant, revoked: readonly ReleaseId[]): Stretch => {
  const { segments } = programme
  const index = indexAt(segments, t)
  const segment = segments[index]
  if (segment && t < segment.until) return segmentStretch(programme, segment, revoked)
  const next = segments[index + 1]
  return fallbackStretch(programme, segment ? segment.until : -Infinity, next ? next.from : Infinity)
}
