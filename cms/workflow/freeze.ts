import { refusal, RefusalError, refuse } from '../../src/errors/refusal.ts'
import {
  FRAUD_CLASSES,
  type ContentBody,
  type FraudClass,
  type FrozenContent,
  type Picture,
} from '../../src/model/content.ts'
import type { ContentId, MediaId, Sha256, UnitId } from '../../src/model/ids.ts'
import { addDays, civilOf, formatChinese, instantOf, TOWN_ZONE } from '../../src/time/index.ts'
import { hotlineHolds } from '../collections/hotlines/seal.ts'
import type { Draft, MediaRow } from './content-rows.ts'
import type { HotlineRow } from '../collections/hotlines/seal.ts'
import type { ContentSlug } from './rows.ts'

/** One line of words: NFC, no space at the ends, one space at most between. */
const line = (value: string | null | undefined): string =>
  (value ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()

const fraudClassOf = (value: string | null | undefined): FraudClass =>
  FRAUD_CLASSES.find((name) => name === value) ?? refuse('TEXT_EMPTY', { field: 'fraudClass' })

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
  const head = { title: line(draft.title), accent, fraudClass: fraudClassOf(draft.fraudClass) }
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

/** The end of the last valid day in the town, or null; refuses a day that is over. */
const endOf = (validUntil: string | null | undefined, now: number): number | null => {
  if (!validUntil) return null
  const end = instantOf(addDays(civilOf(Date.parse(validUntil), TOWN_ZONE).date, 1), '00:00', TOWN_ZONE)
  if (end <= now) refuse('CONTENT_EXPIRED', { field: 'validUntil', got: formatChinese(end, TOWN_ZONE) })
  return end
}

/**
 * What people will approve: the words of the draft and of its hotline, copied, so that no later edit reaches a screen.
 * Refuses a missing or tampered hotline, an ended validity, a missing class.
 */
export const freeze = (
  slug: ContentSlug,
  draft: Draft,
  linked: { readonly hotline: HotlineRow | undefined; readonly photo: MediaRow | undefined },
  now: number,
): FrozenContent => {
  const { hotline, photo } = linked
  if (!hotline) return refuse('HOTLINE_UNKNOWN', { field: 'hotline' })
  if (!hotlineHolds(hotline))
    throw new RefusalError(refusal('HOTLINE_TAMPERED', { field: 'hotline', hint: hotline.id }))
  return {
    content: draft.id as ContentId,
    body: bodyOf(slug, draft, photo),
    hotline: { prompt: line(hotline.prompt), number: hotline.number ?? '' },
    validUntil: endOf(draft.validUntil, now),
    ...(draft.unit && { unit: draft.unit as UnitId }),
  }
}
