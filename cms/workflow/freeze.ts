import {
  chosenOf,
  contentFaults,
  line,
  type ContentKind,
  type ContentKinds,
  type Missing,
  type Pictures,
} from '../../src/content/index.ts'
import { refusal, RefusalError, type Refusal } from '../../src/errors/refusal.ts'
import {
  AUDIENCES,
  type Confirmed,
  type ContentBody,
  type FrozenContent,
  type Picture,
} from '../../src/model/content.ts'
import type { ContentId, MediaId, Sha256, UnitId } from '../../src/model/ids.ts'
import { PLACE_TYPES } from '../../src/model/taxonomy.ts'
import { addDays, civilOf, formatChinese, instantOf, TOWN_ZONE } from '../../src/time/index.ts'
import { hotlineHolds } from '../records/hotline-seal.ts'
import type { Draft, MediaRow } from './content-rows.ts'
import type { HotlineRow } from '../records/hotline-seal.ts'

export const pictureOf = (row: MediaRow, isScreenDrawing: boolean): Picture => ({
  media: row.id as MediaId,
  sha256: row.sha256 as Sha256,
  width: row.width,
  height: row.height,
  alt: line(row.alt),
  ...(isScreenDrawing && { isScreenDrawing: true as const }),
})

/** The end of the last valid day in the town, or null. */
const endOf = (validUntil: string | null | undefined): number | null =>
  validUntil
    ? instantOf(addDays(civilOf(Date.parse(validUntil), TOWN_ZONE).date, 1), '00:00', TOWN_ZONE)
    : null

/** The media by upload field of the form. */
export type Linked = {
  readonly hotline: HotlineRow | undefined
  readonly media: ReadonlyMap<string, MediaRow>
  /** Hashes of those that are drawings made for dark screens. */
  readonly drawings: ReadonlySet<string>
}

/** What is wrong beside the words: a hotline or picture that is not there, a validity that is over. */
const linkFaults = (
  { uploads }: ContentKind,
  draft: Draft,
  { hotline, media }: Linked,
  now: number,
): Refusal[] => {
  const end = endOf(draft.validUntil)
  return [
    ...uploads
      .filter((field) => draft[field] && !media.has(field))
      .map((field) => refusal('NOT_FOUND', { field })),
    ...(hotline ? [] : [refusal('HOTLINE_UNKNOWN', { field: 'hotline' })]),
    ...(hotline && !hotlineHolds(hotline)
      ? [refusal('HOTLINE_TAMPERED', { field: 'hotline', hint: hotline.id })]
      : []),
    ...(end !== null && end <= now
      ? [refusal('CONTENT_EXPIRED', { field: 'validUntil', got: formatChinese(end, TOWN_ZONE) })]
      : []),
  ]
}

/** A text that is too long is not told to be long as well. */
const isSaidBy = ({ code, field, hint }: Refusal, wrong: readonly Refusal[]): boolean =>
  (code === 'CHECK_SENTENCE_LONG' || code === 'CHECK_MANY_IDEAS') &&
  wrong.some((one) => one.code === 'TEXT_TOO_LONG' && one.field === field && one.hint === hint)

type Asked = {
  readonly kinds: ContentKinds
  readonly kind: ContentKind
  readonly missing: Missing
  /** What else speaks against these words, and what somebody answered for. */
  readonly check: (body: ContentBody) => {
    readonly faults: readonly Refusal[]
    readonly confirmed: readonly Confirmed[]
  }
}

/** What would be frozen of the draft as it stands, and all that speaks against it, each fault at its field. */
export const frozenOf = (
  { kinds, kind, missing, check }: Asked,
  draft: Draft,
  linked: Linked,
  now: number,
): { readonly frozen: FrozenContent; readonly faults: readonly Refusal[] } => {
  const { hotline, media, drawings } = linked
  const pictures: Pictures = Object.fromEntries(
    [...media].map(([field, row]) => [field, pictureOf(row, drawings.has(row.sha256))]),
  )
  const { body, faults } = kind.freeze(draft, pictures)
  const [audience, placeTypes] = [
    chosenOf(AUDIENCES, draft['audience']),
    chosenOf(PLACE_TYPES, draft['placeTypes']),
  ]
  const checked = check(body)
  const wrong = contentFaults(kinds, { body }, missing)
  return {
    frozen: {
      content: draft.id as ContentId,
      layout: Math.max(...kind.layouts),
      risk: kind.riskOf(body),
      body,
      hotline: { prompt: line(hotline?.prompt), number: hotline?.number ?? '' },
      validUntil: endOf(draft.validUntil),
      ...(audience && { audience }),
      ...(placeTypes && { placeTypes }),
      ...(draft.unit && { unit: draft.unit as UnitId }),
      ...(checked.confirmed.length > 0 && { confirmed: checked.confirmed }),
    },
    faults: [
      ...wrong,
      ...faults,
      ...checked.faults.filter((one) => !isSaidBy(one, wrong)),
      ...linkFaults(kind, draft, linked, now),
    ],
  }
}

/**
 * What people will approve: the words of the draft and of its hotline, copied, so that no later edit reaches a screen.
 * Refuses with all that is wrong with words and links at once, each fault at its field of the form.
 */
export const freeze = (...asked: Parameters<typeof frozenOf>): FrozenContent => {
  const { frozen, faults } = frozenOf(...asked)
  const [first, ...more] = faults
  if (first) throw new RefusalError(first, ...more)
  return frozen
}
