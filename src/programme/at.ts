import type { Instant, ReleaseId, Sha256 } from '../model/ids.ts'
import type { Head, Programme, Showing } from '../model/programme.ts'
import { fallbackStretch, stretchAt, type Stretch, type StretchItem } from './stretch.ts'

// Only for a programme that skipped `parseProgramme`: a page that is not there must not stop the clock (I4).
const DWELL_IF_UNKNOWN_MS = 15_000

const dwellOf = (programme: Programme, page: Sha256): number => {
  const dwell = programme.pages[page]?.dwellMs
  return dwell !== undefined && dwell >= 1 ? dwell : DWELL_IF_UNKNOWN_MS
}

const showingIn = (programme: Programme, stretch: Stretch, t: Instant): Showing => {
  const { level, dark, why } = stretch
  const rest = { level, dark, why }
  const first = stretch.items[0] as StretchItem
  if (dark) return { ...first, ...rest, from: stretch.from, until: stretch.until }
  const length = stretch.items.reduce((sum, item) => sum + dwellOf(programme, item.page), 0)
  const position = (((t - stretch.anchor) % length) + length) % length
  let start = t - position
  let end = start
  let item = first
  for (const candidate of stretch.items) {
    start = end
    end = start + dwellOf(programme, candidate.page)
    item = candidate
    if (t < end) break
  }
  const { page, release, content } = item
  const from = Math.max(start, stretch.from)
  return { page, release, content, ...rest, from, until: Math.min(end, stretch.until) }
}

const instant = (t: number): Instant => (isFinite(t) ? Math.floor(t) : 0)

/**
 * What shows at t, and until when. Total and pure: same programme, same t, same page on every screen (PRG-7).
 * Items of `revoked` releases are skipped as if they had never been in the loop: the others go round from the same
 * anchor in a shorter loop (I7). `from` and `until` are the ends of this one turn of the page, cut by its segment.
 */
export const at = (programme: Programme, t: Instant, revoked: readonly ReleaseId[] = []): Showing =>
  showingIn(programme, stretchAt(programme, instant(t), revoked), instant(t))

/** What shows at t under a head: after its lease the fallback alone, since nobody vouches for the rest (PRG-9). */
export const showingUnder = (
  head: Pick<Head, 'leaseUntil' | 'revoked'>,
  programme: Programme,
  t: Instant,
): Showing => {
  const now = instant(t)
  if (now < head.leaseUntil) {
    const showing = at(programme, now, head.revoked)
    return showing.until > head.leaseUntil ? { ...showing, until: head.leaseUntil } : showing
  }
  return showingIn(programme, fallbackStretch(programme, head.leaseUntil, Infinity), now)
}

const sameView = (a: Showing, b: Showing): boolean =>
  a.page === b.page && a.release === b.release && a.dark === b.dark

/** First instant after t at which another page, release or darkness shows; null when that never comes. */
export const nextChange = (
  programme: Programme,
  t: Instant,
  revoked: readonly ReleaseId[] = [],
): Instant | null => {
  const now = at(programme, t, revoked)
  let then = now
  for (;;) {
    const stretch = stretchAt(programme, then.from, revoked)
    const still = stretch.items.every((item) => item.page === now.page && item.release === now.release)
    const until = still ? stretch.until : then.until
    if (until === Infinity) return null
    then = at(programme, until, revoked)
    if (!sameView(now, then)) return until
  }
}
