import type {
  ContentId,
  GroupKey,
  Instant,
  PlaylistId,
  ReleaseId,
  ScheduleId,
  ScreenId,
  Sha256,
} from './ids.ts'
import type { Level } from './level.ts'
import type { FontName, Page } from './page.ts'

/** One page of one release in a loop. */
export type LoopItem = {
  readonly release: ReleaseId
  readonly content: ContentId
  /** SHA-256 of the canonical JSON of the page; key into `Programme.pages`. */
  readonly page: Sha256
}

/** Why a schedule is, or is not, what a segment shows. Words for people come from the schedule room. */
export const SCHEDULE_REASONS = [
  'HIGHEST_LEVEL',
  'LOWER_LEVEL',
  'NOTHING_RELEASED',
  'NOT_DUE',
  'CLOSED',
] as const
export type ScheduleReason = (typeof SCHEDULE_REASONS)[number]

export type ScheduleVerdict = {
  readonly schedule: ScheduleId
  readonly playlist: PlaylistId
  readonly won: boolean
  readonly reason: ScheduleReason
}

/** `[from, until)` plays `loop` from `anchor`: the item at t is found at `(t - anchor) mod length` (PRG-7). */
export type Segment = {
  readonly from: Instant
  readonly until: Instant
  readonly anchor: Instant
  /** null: nothing is due; the fallback plays (or the panel is dark when `dark`). */
  readonly loop: number | null
  readonly level: Level | null
  readonly dark: boolean
  readonly why: readonly ScheduleVerdict[]
}

export type AssetEntry = { readonly bytes: number; readonly type: string }

/** Glyphs beyond the base fonts of the shell, as a ttf subset. */
export type FontEntry = { readonly font: FontName; readonly sha256: Sha256 }

/**
 * What a group of like screens plays: self-contained, and without a time of making, so that equal content gives equal
 * bytes and one name (PRG-5, PUB-2).
 */
export type Programme = {
  readonly format: 1
  readonly town: string
  readonly group: GroupKey
  readonly grid: { readonly width: number; readonly height: number }
  readonly pages: Readonly<Record<string, Page>>
  readonly loops: readonly (readonly LoopItem[])[]
  /** In order, without gap or overlap. */
  readonly segments: readonly Segment[]
  /** Pages of the fallback, played in a loop anchored at 0 wherever nothing else is due. Never empty. */
  readonly fallback: readonly Sha256[]
  readonly assets: Readonly<Record<string, AssetEntry>>
  readonly fonts: readonly FontEntry[]
}

/** Says which programme a group plays, from when and until when; signed, numbered, at most 1 KB. */
export type Head = {
  readonly town: string
  readonly group: GroupKey
  readonly sequence: number
  readonly programme: Sha256
  readonly activateAt: Instant
  readonly leaseUntil: Instant
  readonly revoked: readonly ReleaseId[]
}

/** A head as it travels: the exact signed bytes and the town's signature (base64url Ed25519). */
export type SignedHead = { readonly body: string; readonly signature: string }

/** Answer of `at(t)`: what shows at an instant, and until when. Total: there is always a page. */
export type Showing = {
  readonly page: Sha256
  readonly release: ReleaseId | null
  readonly content: ContentId | null
  readonly level: Level | null
  readonly from: Instant
  readonly until: Instant
  readonly dark: boolean
  readonly why: readonly ScheduleVerdict[]
}

/** `/api/screens/:id/timeline`. */
export type TimelineAnswer = {
  readonly at: string
  readonly screen: ScreenId
  readonly programme: Sha256
  readonly sequence: number
  readonly level: Level | null
  readonly release: ReleaseId | null
  readonly page: number | null
  readonly pageDigest: Sha256
  readonly from: string
  readonly until: string
  readonly next: { readonly pageDigest: Sha256; readonly release: ReleaseId | null; readonly from: string }
  readonly why: readonly (ScheduleVerdict & { readonly reason_zh: string; readonly reason_en: string })[]
}

/** Why a head was signed. */
export const HEAD_CAUSES = ['changed', 'joined', 'withdrawn', 'renewed', 'unpaired'] as const
export type HeadCause = (typeof HEAD_CAUSES)[number]
