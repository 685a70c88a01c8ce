import type { FrozenContent } from '../model/content.ts'
import type { Dictionary } from '../text/dictionary.ts'
import { readLength, shorten, type Shortened } from '../text/shorten.ts'
import type { Place } from './places.ts'
import type { ContentKinds } from './registry.ts'

/** Two lines of six characters: what a passer-by takes in, and what leaves the characters large. */
export const BEAT_AT_MOST = 12

/** A beat that is longer than a screen likes, and how it might be said. */
export type LongBeat = {
  readonly at: Place
  /** Which beat, from 1. */
  readonly nth: number
  /** Characters to read. */
  readonly length: number
  /** None where nothing can be left out safely. */
  readonly shorter?: Shortened
}

/** The beats of the story that are longer than `BEAT_AT_MOST`, in order. What somebody says is no beat. */
export const longBeats = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  dictionary: Dictionary,
): readonly LongBeat[] => {
  const kind = kinds.of(body)
  const { fields, accents } = kind.checks(body)
  return kind.texts(body).flatMap(({ field, item, by, text }): readonly LongBeat[] => {
    const length = readLength(text)
    if (item === undefined || by || length <= BEAT_AT_MOST) return []
    const hint = `line ${item + 1}`
    const at = fields.find((place) => place.field === field && place.hint === hint)
    if (!at) return []
    const keep = accents.flatMap((one) => (one.field === field && one.hint === hint ? [one.accent] : []))
    const shorter = shorten(text, { dictionary, most: BEAT_AT_MOST, keep })
    return [{ at: { field, hint }, nth: item + 1, length, ...(shorter && { shorter }) }]
  })
}
