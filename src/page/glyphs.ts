import { codePoints, tidy } from '../text/characters.ts'

/** One character of a text on its way to a page, and whether it belongs to the accent phrase. */
export type Glyph = { readonly character: string; readonly accent: boolean }

/** A tidied text as glyphs; the first place of `accent` in it is marked. */
export const glyphsOf = (text: string, accent = ''): readonly Glyph[] => {
  const characters = codePoints(tidy(text))
  const phrase = codePoints(tidy(accent))
  const from = phrase.length === 0 ? -1 : placeOf(characters, phrase)
  return characters.map((character, i) => ({
    character,
    accent: from >= 0 && i >= from && i < from + phrase.length,
  }))
}

const placeOf = (characters: readonly string[], phrase: readonly string[]): number => {
  for (let i = 0; i + phrase.length <= characters.length; i++)
    if (phrase.every((c, k) => characters[i + k] === c)) return i
  return -1
}

export const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((g) => g.character).join('')
