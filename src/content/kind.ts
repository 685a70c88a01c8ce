import type { Refusal } from '../errors/refusal.ts'
import type { Column } from '../intake/index.ts'
import type { ContentBody, FraudClass, Picture } from '../model/content.ts'
import type { RiskClass } from '../model/people.ts'
import type { Theme } from '../model/taxonomy.ts'
import type { SetPages } from '../page/index.ts'
import type { PosterKind, SheetWords } from '../poster/sheet.ts'
import type { Checks } from './faults.ts'

export type InBoth = { readonly zh: string; readonly en: string }

/** Fields of a draft as the form stores them: nothing in it is taken on trust. */
export type Draft = Readonly<Record<string, unknown>>

/** Pictures by the upload field of the form that names them. */
export type Pictures = Readonly<Record<string, Picture | undefined>>

/** A content proposed from a text somebody pasted: fields of its form, each a piece of that text or chosen by words in it. */
export type Proposed = {
  /** The text, its typing put right. */
  readonly text: string
  readonly fields: Readonly<Record<string, unknown>>
  /** Pieces of the story for which there was no room. */
  readonly left: number
  /** How many more stories the text tells. */
  readonly others: number
}

/** What is known of a content beside its words: in words, or as other contents it speaks of. */
export type Fact = { readonly label: InBoth } & (
  | { readonly values: readonly InBoth[] }
  | { readonly contents: readonly { readonly kind: string; readonly id: string }[] }
)

/** A body, and what speaks against it that only the draft shows. */
export type Frozen<Body> = { readonly body: Body; readonly faults: readonly Refusal[] }

/** A text of a content at its field, for whoever reads, searches or checks its words. */
export type Text = {
  readonly field: string
  /** Its place in a list, from 0. */
  readonly item?: number
  readonly text: string
  /** Who says it. */
  readonly by?: InBoth
}

/**
 * Everything the product knows of one kind of content. A new kind is a folder that answers these, a form it is written
 * in (cms/collections) and a line in the registry; nothing else in the house names it (CNT-2).
 */
export type ContentKind<Body extends ContentBody = ContentBody> = {
  /** Stands in frozen bodies, rows and schemas of templates: it never changes. */
  readonly kind: Body['kind']
  /** The collection its drafts are rows of. */
  readonly collection: string
  readonly names: InBoth & { readonly plural: string }
  /** Upload fields of its form. */
  readonly uploads: readonly string[]
  /** Versions it can be laid out by, newest last; a new content is frozen with the newest. */
  readonly layouts: readonly [number, ...number[]]
  readonly poster: Omit<PosterKind, 'kind' | 'names'>
  /** The table it is imported from; missing: it is written in its form alone. */
  readonly columns?: readonly Column[]
  /** What a pasted text says of it; missing: it is not made from one. */
  propose?(text: string): Proposed
  /** Whether a stored value is a body of this kind; members it does not know are passed over. */
  isBody(value: unknown): value is Body
  freeze(draft: Draft, pictures: Pictures): Frozen<Body>
  checks(body: Body): Checks
  /** What people call it by. */
  title(body: Body): string
  /** All its words; the title first. */
  texts(body: Body): readonly Text[]
  pictures(body: Body): readonly Picture[]
  fraudClass(body: Body): FraudClass | null
  /** Whether the case it tells of has a final judgment; missing: it tells of none, or does not know. */
  isJudged?(body: Body): boolean
  /** What a wrong word in it could do. */
  riskOf(body: Body): RiskClass
  /** What was chosen of it, for who decides; missing: nothing is. */
  facts?(body: Body): readonly Fact[]
  /** What a campaign counts it under; missing: its class of fraud alone. */
  themes?(body: Body): readonly Theme[]
  /** What sets its pages by the rules of `version`, which is one of `layouts`. */
  pages(body: Body, version: number): SetPages
  /** The words a sheet has places for. */
  sheetWords(body: Body): Omit<SheetWords, 'kind' | 'fields'>
}
