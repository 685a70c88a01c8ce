import type { Instant, ScreenId, Sha256 } from '../model/ids.ts'
import type {
  Head,
  Programme,
  ScheduleReason,
  ScheduleVerdict,
  Showing,
  TimelineAnswer,
} from '../model/programme.ts'
import { showingUnder } from '../programme/at.ts'
import { placeInContent } from '../programme/place.ts'
import { reasonText } from '../schedule/reason.ts'

const iso = (instant: Instant): string => new Date(instant).toISOString()

/** Instants beyond what a date can hold mean "for ever"; people get the last representable one. */
const LAST: Instant = 8.64e15

const inWords = (verdict: ScheduleVerdict): TimelineAnswer['why'][number] => {
  const { zh, en } = reasonText(verdict.reason as ScheduleReason)
  return { ...verdict, reason_zh: zh, reason_en: en }
}

const pageNumber = (programme: Programme, showing: Showing): number | null =>
  placeInContent(programme, showing)?.page ?? null

/**
 * What `screen` shows at `at` under `head` and its programme, in the words of the API. `also` are verdicts of schedules
 * that the programme does not carry because they are not due; the past has none.
 */
export const timelineAnswer = (
  screen: ScreenId,
  head: Head,
  named: { readonly sha256: Sha256; readonly programme: Programme },
  at: Instant,
  also: readonly ScheduleVerdict[] = [],
): TimelineAnswer => {
  const { programme, sha256 } = named
  const showing = showingUnder(head, programme, at)
  const until = Math.min(showing.until, LAST)
  const next = showingUnder(head, programme, until)
  const told = new Set(showing.why.map(({ schedule }) => schedule))
  const why = [...showing.why, ...also.filter(({ schedule }) => !told.has(schedule))]
  return {
    at: iso(at),
    screen,
    programme: sha256,
    sequence: head.sequence,
    level: showing.level,
    release: showing.release,
    page: pageNumber(programme, showing),
    pageDigest: showing.page,
    from: iso(Math.max(showing.from, -LAST)),
    until: iso(until),
    next: { pageDigest: next.page, release: next.release, from: iso(until) },
    why: why.map(inWords),
  }
}
