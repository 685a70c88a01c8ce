import type { ContentId, MediaId, Sha256, UnitId } from './ids.ts'

/** The kinds of content people write; each is one collection. */
export const CONTENT_KINDS = ['case', 'technique', 'slogan'] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

export const COLLECTION_OF_KIND = {
  case: 'cases',
  technique: 'techniques',
  slogan: 'slogans',
} as const satisfies Record<ContentKind, string>

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

/** A picture inside content: the cleaned original by hash, with its size in pixels and its words for the blind. */
export type Picture = {
  readonly media: MediaId
  readonly sha256: Sha256
  readonly width: number
  readonly height: number
  readonly alt: string
}

/**
 * The line at the foot of every page: `拿不准？先打` `96110`. Copied into the submission, so later edits change nothing
 * live.
 */
export type HotlineWords = { readonly prompt: string; readonly number: string }

export type CaseBody = {
  readonly kind: 'case'
  readonly title: string
  /** A phrase of the title to set in the accent colour; empty for none. */
  readonly accent: string
  readonly fraudClass: FraudClass
  /** The story, one beat a line. */
  readonly lines: readonly string[]
  readonly photo: Picture | null
  /** One line to take home; may be empty. */
  readonly lesson: string
}

export type TechniqueStep = { readonly heSays: string; readonly youDo: string }

export type TechniqueBody = {
  readonly kind: 'technique'
  readonly title: string
  readonly accent: string
  readonly fraudClass: FraudClass
  readonly steps: readonly TechniqueStep[]
}

export type SloganBody = {
  readonly kind: 'slogan'
  /** The whole slogan; halves are parted by one space. */
  readonly text: string
  readonly accent: string
}

export type ContentBody = CaseBody | TechniqueBody | SloganBody

/** What a submission freezes of a content, before pages. Canonical JSON of this is what people approve. */
export type FrozenContent = {
  readonly content: ContentId
  readonly body: ContentBody
  readonly hotline: HotlineWords
  /** The instant it ends, midnight after its last day in the town; null for no end. */
  readonly validUntil: number | null
  /** The office that answers for it and signs its posters; missing where the draft named none. */
  readonly unit?: UnitId
}

/** What people call a content by: its title, or the slogan itself. */
export const titleOf = (body: ContentBody): string => (body.kind === 'slogan' ? body.text : body.title)
