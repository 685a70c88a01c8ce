import { isAscii, isHanzi } from '../text/characters.ts'
import { MARKS_1 } from '../text/marks.ts'
import type { Glyph } from './glyphs.ts'
import { isHead, isTail, wordsOf } from './words.ts'

const { endsClause, isClosing, isOpening, neverFirst, neverLast } = MARKS_1

/** Never, whatever happens: a closing mark would start a line or an opening one end it (PAGE-3). */
export const NEVER = Number.POSITIVE_INFINITY
/** Only where one unit is wider than the line: inside a number, an accent phrase, —— or …… (PAGE-4). */
export const LAST_RESORT = 1000
/** Breaks that cost this or more cut a word; a smaller size is tried first. */
export const BAD = 2.5

const FREE = 0
const SOFT = 0.3
const PHRASE = 0.5
const WORD = 1
/** Between characters that may or may not be one word. */
export const UNSURE = 1.6
const INSIDE_WORD = 6

/** For each hanzi-and-digit run the word starting at each index, else undefined inside a word. */
const wordStarts = (characters: readonly string[]): ReadonlyMap<number, string> => {
  const starts = new Map<number, string>()
  let i = 0
  while (i < characters.length) {
    let end = i
    while (end < characters.length && isWordCharacter(characters[end] ?? '')) end++
    let at = i
    // Words are counted in UTF-16 here; only the basic plane has words of more than one character in the list.
    for (const word of wordsOf(characters.slice(i, end).map(basic).join(''))) {
      starts.set(at, word)
      at += word.length
    }
    i = Math.max(end, i + 1)
  }
  return starts
}

const isWordCharacter = (c: string): boolean => isHanzi(c) || /^[0-9.]$/.test(c)
const basic = (c: string): string => (c.length === 1 ? c : '\u3013')

const markCost = (before: string, after: string): number | undefined => {
  if (neverFirst(after) || neverLast(before)) return isRun(before, after) ? LAST_RESORT : NEVER
  if (after === ' ') return NEVER
  if (isAscii(before) && isAscii(after)) return LAST_RESORT
  if (before === ' ' || endsClause(before)) return FREE
  if (before === '、' || isClosing(before) || isOpening(after) || before === '…' || before === '—')
    return SOFT
  return undefined
}

/** Only pauses stand between an opening mark and this place: they may fall away, and the mark would end the line. */
const justOpened = (characters: readonly string[], i: number): boolean => {
  let at = i - 1
  while (at >= 0 && (characters[at] === ' ' || isPause(characters[at] ?? ''))) at--
  return at < i - 1 && neverLast(characters[at] ?? '')
}

const isPause = (c: string): boolean => endsClause(c) || c === '、'

const isRun = (before: string, after: string): boolean => '—…'.includes(before) && '—…'.includes(after)

const wordCost = (left: string, right: string): number => {
  if (isTail(right)) return BAD + 1
  if (isHead(left)) return BAD
  if (isTail(left)) return PHRASE
  if (isHead(right)) return PHRASE
  return left.length > 1 || right.length > 1 ? WORD : UNSURE
}

/** `costs[i]`: what breaking before glyph `i` costs; index 0 is never used. Breaks where the voice breaks are cheap. */
export const breakCosts = (glyphs: readonly Glyph[]): readonly number[] => {
  const characters = glyphs.map((g) => g.character)
  const starts = wordStarts(characters)
  let word = ''
  return glyphs.map((glyph, i) => {
    const before = glyphs[i - 1]
    const left = word
    const right = starts.get(i)
    word = right ?? (isWordCharacter(glyph.character) ? word : '')
    if (!before || justOpened(characters, i)) return NEVER
    const plain = markCost(before.character, glyph.character) ?? textCost(characters, i, left, right)
    if (before.accent && glyph.accent) return LAST_RESORT + plain
    const isEdge = before.accent !== glyph.accent && plain !== NEVER && plain < LAST_RESORT
    return isEdge ? Math.min(plain, WORD - SOFT) : plain
  })
}

const textCost = (
  characters: readonly string[],
  i: number,
  left: string,
  right: string | undefined,
): number => {
  if (right !== undefined) return wordCost(left, right)
  return isWordCharacter(characters[i] ?? '') ? insideWord(characters, i) : WORD
}

const insideWord = (characters: readonly string[], i: number): number =>
  /[0-9]/.test(characters[i - 1] ?? '') || /[0-9]/.test(characters[i] ?? '') ? LAST_RESORT : INSIDE_WORD
