import { refusal, type Refusal } from '../errors/refusal.ts'
import { line } from './stored.ts'

/** The field of the form in which the accent phrases of the beats are written. */
export const BEAT_ACCENTS = 'beatAccents'

/** Of each beat its phrase, empty for none; undefined where none is marked, so that the frozen words are what they were. */
type Marked = { readonly accents: readonly string[] | undefined; readonly faults: readonly Refusal[] }

/**
 * Phrases parted by 、 or a blank, each given to the first beat that holds it and has none yet. One that stands in no beat
 * is ACCENT_NOT_IN_TEXT, one whose beats all have another is ACCENT_TAKEN.
 */
export const accentsOf = (typed: unknown, beats: readonly string[]): Marked => {
  const accents = beats.map(() => '')
  const faults: Refusal[] = []
  for (const phrase of line(typed).split(/[、\s]+/u)) {
    if (phrase === '' || accents.includes(phrase)) continue
    const holding = beats.flatMap((beat, i) => (beat.includes(phrase) ? [i] : []))
    const free = holding.find((i) => accents[i] === '')
    if (free !== undefined) accents[free] = phrase
    else
      faults.push(
        refusal(holding.length === 0 ? 'ACCENT_NOT_IN_TEXT' : 'ACCENT_TAKEN', {
          field: BEAT_ACCENTS,
          got: Array.from(phrase).slice(0, 30).join(''),
        }),
      )
  }
  return { accents: accents.some((one) => one !== '') ? accents : undefined, faults }
}
