import { breaksOf, IN_WORD, NEVER } from '../text/breaks.ts'
import { codePoints } from '../text/characters.ts'
import type { Dictionary } from '../text/dictionary.ts'
import type { SheetData } from './sheet.ts'

/** What breaking before each code point of a text costs on paper, in tenths: as on panels (TXT-4), in whole numbers. */
export type SheetBreaks = Readonly<Record<string, readonly number[]>>

/** `title.typ` knows these two. */
const NEVER_ON_PAPER = 1000
const IN_WORD_ON_PAPER = 500

const costOnPaper = (cost: number): number => {
  if (cost === NEVER) return NEVER_ON_PAPER
  return cost >= IN_WORD ? IN_WORD_ON_PAPER : Math.round(cost * 10)
}

/** What breaking before each character of one text costs on paper. */
export const sheetCosts = (text: string, dictionary: Dictionary): readonly number[] =>
  breaksOf(codePoints(text), dictionary).costs.map(costOnPaper)

/** What he says stands in quotation marks, typed or not, as the library sets it. */
export const quoted = (said: string): string => `“${said}”`

/**
 * Breaks of every text that a sheet breaks over lines, by the text itself.
 * @param standing phrases the template and its library put on sheets themselves
 */
export const sheetBreaks = (
  { title, lines, lesson, steps }: Pick<SheetData, 'title' | 'lines' | 'lesson' | 'steps'>,
  standing: readonly string[],
  dictionary: Dictionary,
): SheetBreaks => {
  const said = steps.flatMap(({ heSays, youDo }) => [heSays, quoted(heSays), youDo])
  const texts = new Set([title, ...lines, lesson, ...said, ...standing])
  return Object.fromEntries([...texts].map((text) => [text, sheetCosts(text, dictionary)]))
}
