import { refusal, RefusalError, type Refusal } from '../../src/errors/refusal.ts'
import {
  FRAUD_CLASSES,
  type ContentBody,
  type FraudClass,
  type FrozenContent,
  type Picture,
} from '../../src/model/content.ts'
import type { ContentId, MediaId, Sha256, UnitId } from '../../src/model/ids.ts'
import { contentFaults, type Missing } from '../../src/page/content-faults.ts'
import { addDays, civilOf, formatChinese, instantOf, TOWN_ZONE } from '../../src/time/index.ts'
import { hotlineHolds } from '../records/hotline-seal.ts'
import type { Draft, MediaRow } from './content-rows.ts'
import type { HotlineRow } from '../records/hotline-seal.ts'
import type { ContentSlug } from '../records/rows.ts'

/** One line of words: NFC, no space at the ends, one space at most between. */
const line = (value: string | null | undefined): string =>
  (value ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()

const fraudClassOf = (value: string | null | undefined): FraudClass | undefined =>
  FRAUD_CLASSES.find((name) => name === value)

const pictureOf = (photo: MediaRow | undefined): Picture | null =>
  photo
    ? {
        media: photo.id as MediaId,
        sha256: photo.sha256 as Sha256,
        width: photo.width,
        height: photo.height,
        alt: line(photo.alt),
      }
    : null

const bodyOf = (slug: ContentSlug, draft: Draft, photo: MediaRow | undefined): ContentBody => {
  const accent = line(draft.accent)
  if (slug === 'slogans') return { kind: 'slogan', text: line(draft.text), accent }
  const head = { title: line(draft.title), accent, fraudClass: fraudClassOf(draft.fraudClass) ?? 'other' }
  if (slug === 'techniques') {
    const steps = (draft.steps ?? []).map(({ heSays, youDo }) => ({
      heSays: line(heSays),
      youDo: line(youDo),
    }))
    return { kind: 'technique', ...head, steps }
  }
  const lines = (draft.story ?? '')
    .split(/\r?\n/u)
    .map(line)
    .filter((beat) => beat !== '')
  return { kind: 'case', ...head, lines, photo: pictureOf(photo), lesson: line(draft.lesson) }
}

/** The end of the last valid day in the town, or null. */
const endOf = (validUntil: string | null | undefined): number | null =>
  validUntil
    ? instantOf(addDays(civilOf(Date.parse(validUntil), TOWN_ZONE).date, 1), '00:00', TOWN_ZONE)
    : null

type Linked = { readonly hotline: HotlineRow | undefined; readonly photo: MediaRow | undefined }

/** What is wrong beside the words: a class, hotline or picture that is not there, a validity that is over. */
const linkFaults = (slug: ContentSlug, draft: Draft, { hotline, photo }: Linked, now: number): Refusal[] => {
  const end = endOf(draft.validUntil)
  return [
    ...(slug === 'slogans' || fraudClassOf(draft.fraudClass)
      ? []
      : [refusal('TEXT_EMPTY', { field: 'fraudClass' })]),
    ...(draft.photo && !photo ? [refusal('NOT_FOUND', { field: 'photo' })] : []),
    ...(hotline ? [] : [refusal('HOTLINE_UNKNOWN', { field: 'hotline' })]),
    ...(hotline && !hotlineHolds(hotline)
      ? [refusal('HOTLINE_TAMPERED', { field: 'hotline', hint: hotline.id })]
      : []),
    ...(end !== null && end <= now
      ? [refusal('CONTENT_EXPIRED', { field: 'validUntil', got: formatChinese(end, TOWN_ZONE) })]
      : []),
  ]
}

/** The story is one field of the form, a list of lines to the page room. */
export const atFormField = (fault: Refusal): Refusal =>
  fault.field?.startsWith('lines') ? { ...fault, field: 'story' } : fault

/**
 * What people will approve: the words of the draft and of its hotline, copied, so that no later edit reaches a screen.
 * Refuses with all that is wrong with words and links at once, each fault at its field of the form.
 */
export const freeze = (
  slug: ContentSlug,
  draft: Draft,
  linked: Linked,
  now: number,
  missing: Missing,
): FrozenContent => {
  const { hotline, photo } = linked
  const body = bodyOf(slug, draft, photo)
  const [first, ...more] = [
    ...contentFaults({ body }, missing).map(atFormField),
    ...linkFaults(slug, draft, linked, now),
  ]
  if (first) throw new RefusalError(first, ...more)
  return {
    content: draft.id as ContentId,
    body,
    hotline: { prompt: line(hotline?.prompt), number: hotline?.number ?? '' },
    validUntil: endOf(draft.validUntil),
    ...(draft.unit && { unit: draft.unit as UnitId }),
  }
}
