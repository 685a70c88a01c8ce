import { isSpaceOnStrips, tidy } from '../../text/characters.ts'
import { breaksOf } from '../../text/breaks.ts'
import type { Dictionary } from '../../text/dictionary.ts'
import type { Wording } from '../draft.ts'
import { glyphsOf } from '../glyphs.ts'
import type { Metrics } from '../metrics.ts'
import type { Sheet } from '../sheet.ts'
import { prepare, type Manner, type Prepared } from './prepared.ts'

/** Texts of one content, each made ready once for all grids of its sort. */
export type Texts = (sheet: Sheet, wording: Wording, manner: Manner) => Prepared

/** A strip has no room for commas: a space says them. */
const onStrips = (text: string): string =>
  tidy(Array.from(text, (c) => (isSpaceOnStrips(c) ? ' ' : c)).join(''))

export const textsOf = (metrics: Metrics, dictionary: Dictionary): Texts => {
  const known = new Map<string, Prepared>()
  return ({ mode }, { text, accent = '' }, manner) => {
    const isStrip = mode === 'strip'
    const key = JSON.stringify([isStrip, manner, text, accent])
    const found = known.get(key)
    if (found) return found
    const glyphs = isStrip ? glyphsOf(onStrips(text), onStrips(accent)) : glyphsOf(text, accent)
    const breaks = breaksOf(
      glyphs.map(({ character }) => character),
      dictionary,
    )
    const made = prepare(glyphs, breaks, metrics, manner)
    known.set(key, made)
    return made
  }
}
