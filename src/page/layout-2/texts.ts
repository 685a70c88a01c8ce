import { isSpaceOnStrips, tidy } from '../../text/characters.ts'
import { breaksOf } from '../../text/breaks.ts'
import type { Dictionary } from '../../text/dictionary.ts'
import { spokenWords } from '../../text/phrases.ts'
import type { Wording } from '../draft.ts'
import { wholesIn } from '../../text/wholes.ts'
import { glyphsOf } from '../glyphs.ts'
import type { Metrics } from '../metrics.ts'
import type { Sheet } from '../sheet.ts'
import { prepare, rawOf, type Manner, type Prepared, type Raw } from './prepared.ts'

/** Texts of one content, each made ready once for all grids of its sort. */
export type Texts = (sheet: Sheet, wording: Wording, manner: Manner) => Prepared

/** A strip has no room for commas: a space says them. Those of a number are none: `12,800元` is not 12 and 800. */
const onStrips = (text: string): string => {
  const characters = Array.from(text)
  const wholes = wholesIn(characters.map((c) => (c.length === 1 ? c : ' ')))
  const isInside = (i: number): boolean => wholes.some(([from, to]) => from < i && i < to - 1)
  return tidy(characters.map((c, i) => (isSpaceOnStrips(c) && !isInside(i) ? ' ' : c)).join(''))
}

/** Each value made once for its key. */
const once = <T>(): ((key: string, make: () => T) => T) => {
  const known = new Map<string, T>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    known.set(key, made)
    return made
  }
}

export const textsOf = (metrics: Metrics, dictionary: Dictionary): Texts => {
  const words = once<readonly string[]>()
  const spoken: typeof spokenWords = (characters) =>
    words(characters.join(''), () => spokenWords(characters, dictionary))
  const rawAt = once<Raw>()
  const textAt = once<Prepared>()
  return ({ mode }, { text, accent = '' }, manner) => {
    const isStrip = mode === 'strip'
    const key = `${isStrip ? 's' : ''}${manner.silent ? 'q' : ''}${manner.oneBreath ? 'b' : ''}\n${accent}\n${text}`
    return textAt(key, () => {
      const [shown, phrase] = isStrip ? [onStrips(text), onStrips(accent)] : [text, accent]
      const glyphs = glyphsOf(shown, phrase)
      const characters = glyphs.map(({ character }) => character)
      const raw = rawAt(shown, () => rawOf(glyphs, breaksOf(characters, dictionary, spoken), metrics))
      return prepare(glyphs, raw, metrics, manner)
    })
  }
}
