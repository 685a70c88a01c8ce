import type { ContentId, Instant, ReleaseId } from '../model/ids.ts'
import type { Level } from '../model/level.ts'
import type { Page } from '../model/page.ts'
import type { ScheduleVerdict } from '../model/programme.ts'

export type PlannedItem = {
  readonly release: ReleaseId
  readonly content: ContentId
  readonly page: Page
  /** Last instant it may show, or null. */
  readonly validUntil: Instant | null
}

/** One turn of the plan. Segments with equal loops share one `items` array; empty: the fallback, or dark. */
export type PlannedSegment = {
  readonly from: Instant
  readonly until: Instant
  readonly anchor: Instant
  readonly items: readonly PlannedItem[]
  readonly level: Level | null
  readonly dark: boolean
  readonly why: readonly ScheduleVerdict[]
}
