import type { ContentId, MediaId, Sha256, UnitId } from './ids.ts'
import type { RiskClass } from './people.ts'
import type { PlaceType } from './taxonomy.ts'

/** Fraud classes: the six of the national campaign, then common telecom fraud (docs/facts.md#classes-of-fraud). */
export const FRAUD_CLASSES = [
  'care-service',
  'care-investment',
  'care-product',
  'house-pension',
  'pension-agent',
  'care-aid',
  'fake-police',
  'ai-voice',
  'task-rebate',
  'prize-subsidy',
  'fake-anti-fraud',
  'other',
] as const
export type FraudClass = (typeof FRAUD_CLASSES)[number]

/** Whom a content speaks to: old people, those who live alone, their children, shopkeepers, grid workers. */
export const AUDIENCES = ['elders', 'living-alone', 'children', 'shopkeepers', 'grid-workers'] as const
export type Audience = (typeof AUDIENCES)[number]

/** A picture inside content: the cleaned original by hash, with its size in pixels and its words for the blind. */
export type Picture = {
  readonly media: MediaId
  readonly sha256: Sha256
  readonly width: number
  readonly height: number
  readonly alt: string
  /** A drawing made for dark screens, which says as much small as large; missing: a photo, or not asked yet. */
  readonly isScreenDrawing?: true
}

/**
 * The line at the foot of every page: `拿不准？先打` `96110`. Copied into the submission, so later edits change nothing
 * live.
 */
export type HotlineWords = { readonly prompt: string; readonly number: string }

/** The words of a content; what else is in it, its kind knows (src/content). */
export type ContentBody = { readonly kind: string }

/** What a named person answered for, where a check asked. `words`: those that were asked about. */
export type Confirmed = {
  readonly code: string
  readonly words: readonly string[]
  readonly reason: string
  readonly by: string
}

/** What a content frozen before there were several was laid out by. */
export const FIRST_LAYOUT = 1

/**
 * What a submission freezes of a content, before pages. Canonical JSON of this is what people approve, so members are
 * added to it, never renamed, and what an older one lacks has a meaning.
 */
export type FrozenContent = {
  readonly content: ContentId
  /** Version of the rules its pages are set by, for grids that come into use later too; missing: FIRST_LAYOUT. */
  readonly layout?: number
  readonly body: ContentBody
  readonly hotline: HotlineWords
  /** The instant it expires, midnight after its last day in the town; null for no end. */
  readonly validUntil: number | null
  /** The office that answers for it and signs its posters; missing where the draft named none. */
  readonly unit?: UnitId
  /** Missing: `ordinary`. */
  readonly risk?: RiskClass
  /** Missing: everybody. */
  readonly audience?: readonly Audience[]
  /** Kinds of place it is meant for; missing: any. */
  readonly placeTypes?: readonly PlaceType[]
  /** What who sent it in answered for (CHK-14); missing: nothing was asked. */
  readonly confirmed?: readonly Confirmed[]
}
