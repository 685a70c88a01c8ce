import { codePoints } from '../text/characters.ts'
import type { FontName } from '../model/page.ts'

/** Code point ranges, in order, both ends included. */
export type Ranges = readonly (readonly [from: number, to: number])[]

/**
 * Which characters a font has: `base` stands in the player's shell, `available` can be sent as a subset.
 * media/fonts/coverage.json is a `Coverage`.
 */
export type FontCoverage = { readonly base: Ranges; readonly available: Ranges }
export type Coverage = Readonly<Record<FontName, FontCoverage>>

/** Whether a code point stands in ordered ranges. */
export const holds = (ranges: Ranges, code: number): boolean => {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (!range) return false
    if (code < range[0]) high = middle - 1
    else if (code > range[1]) low = middle + 1
    else return true
  }
  return false
}

/** Marks that join the character before them have no place of their own on a page. */
const isJoining = (character: string): boolean => /^\p{M}$/u.test(character)

const lacking = (text: string, ranges: Ranges): readonly string[] => [
  ...new Set(
    codePoints(text).filter((c) => c !== ' ' && (isJoining(c) || !holds(ranges, c.codePointAt(0) ?? 0))),
  ),
]

/** Characters of `text` that no shipped font file has, each once. */
export const missingGlyphs = (text: string, font: FontName, coverage: Coverage): readonly string[] =>
  lacking(text, coverage[font].available)

/** Characters of `text` that the player's base font lacks, as one string: what must travel as a subset. */
export const beyondBase = (text: string, font: FontName, coverage: Coverage): string =>
  lacking(text, coverage[font].base).join('')
