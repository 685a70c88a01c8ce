import type { FrozenContent } from './content.ts'
import type {
  ContentId,
  Instant,
  PlaceId,
  PlaylistId,
  ReleaseId,
  ScheduleId,
  ScreenId,
  Sha256,
  UnitId,
} from './ids.ts'
import type { Level } from './level.ts'
import type { Page } from './page.ts'
import type { ScreenHours, ScreenProfile } from './screen.ts'

/** One screen as the publisher needs it. */
export type TownScreen = {
  readonly id: ScreenId
  readonly name: string
  readonly place: PlaceId
  readonly unit: UnitId
  readonly profile: ScreenProfile
  readonly hours: ScreenHours
}

/** A verified release: its bytes were recomputed and the town's signature over them checked (I8). */
export type TownRelease = {
  readonly id: ReleaseId
  readonly content: ContentId
  readonly releasedAt: Instant
  readonly frozen: FrozenContent
  /** By `gridKey`; frozen at submit or derived later by the frozen template. */
  readonly pages: Readonly<Record<string, readonly Page[]>>
}

export type TownPlaylist = {
  readonly id: PlaylistId
  readonly changedAt: Instant
  readonly entries: readonly ({ readonly content: ContentId } | { readonly playlist: PlaylistId })[]
}

/** A civil day `YYYY-MM-DD`. */
export type CivilDate = string
/** A civil time of day `HH:mm`, `24:00` allowed as an end. */
export type CivilTime = string

/** Days of the week: 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type Recurrence = {
  readonly fromDate: CivilDate
  /** Last day, included; null for no end. */
  readonly untilDate: CivilDate | null
  /** Empty means every day. */
  readonly weekdays: readonly Weekday[]
  /** An end at or before the start runs past midnight into the next day. */
  readonly fromTime: CivilTime
  readonly untilTime: CivilTime
}

export type TownSchedule = {
  readonly id: ScheduleId
  readonly playlist: PlaylistId
  readonly level: Level
  readonly screens: readonly ScreenId[]
  readonly places: readonly PlaceId[]
  readonly recurrence: Recurrence
  readonly changedAt: Instant
}

/** A content whose releases were all ended, and when (SCH-4); `releases` oldest first. */
export type Withdrawal = {
  readonly content: ContentId
  readonly at: Instant
  readonly releases: readonly ReleaseId[]
}

/** Everything the publisher decides from, read in one go. */
export type Town = {
  readonly name: string
  readonly screens: readonly TownScreen[]
  readonly releases: readonly TownRelease[]
  readonly withdrawals: readonly Withdrawal[]
  readonly playlists: readonly TownPlaylist[]
  readonly schedules: readonly TownSchedule[]
  /** The fallback by `gridKey`. Never empty for a grid in use. */
  readonly fallback: Readonly<Record<string, readonly Page[]>>
  /** Size and type of every picture the pages name. */
  readonly assets: Readonly<Record<Sha256, { readonly bytes: number; readonly type: string }>>
}
