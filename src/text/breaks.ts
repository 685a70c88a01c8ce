import { isHanzi } from './characters.ts'
import type { Dictionary } from './dictionary.ts'
import { MARKS } from './marks.ts'
import { betweenWords, spokenWords, WORD } from './phrases.ts'
import { wholesIn } from './wholes.ts'

/** Where a text may be broken: the one set of rules for panels and paper (TXT-1 to TXT-3). */
export type Breaks = {
  /**
   * `costs[i]`: what breaking before character `i` costs, 0 where the voice breaks by itself. `NEVER`: not even if
   * nothing else fits. `IN_WORD`: only in a word that is wider than any line. Index 0 is `NEVER`.
   */
  readonly costs: readonly number[]
  /** Words of more than one character, `[from, to)`, in order. */
  readonly words: readonly (readonly [from: number, to: number])[]
}

export const NEVER = Number.POSITIVE_INFINITY
export const IN_WORD = 1000

const FREE = 0
const SOFT = 0.3

const { endsClause, isClosing, isOpening, neverFirst, neverLast } = MARKS

const isPause = (c: string): boolean => endsClause(c) || c === '、'
const basic = (c: string): string => (c.length === 1 ? c : '\u3013')

/** Only pauses stand between an opening mark and this place: they may fall away, and the mark would end the line. */
const justOpened = (characters: readonly string[], i: number): boolean => {
  let at = i - 1
  while (at >= 0 && (characters[at] === ' ' || isPause(characters[at] ?? ''))) at--
  return at < i - 1 && neverLast(characters[at] ?? '')
}

const markCost = (before: string, after: string): number | undefined => {
  if (neverFirst(after) || neverLast(before) || after === ' ') return NEVER
  if (before === ' ' || endsClause(before)) return FREE
  if (before === '、' || isClosing(before) || isOpening(after) || before === '…' || before === '—')
    return SOFT
  return undefined
}

/** Words by where they begin, and which of them are more than one character. */
const wordsAt = (
  characters: readonly string[],
  dictionary: Dictionary,
  spoken: typeof spokenWords,
): { readonly starts: ReadonlyMap<number, string>; readonly words: Breaks['words'] } => {
  const starts = new Map<number, string>()
  const words: (readonly [number, number])[] = []
  let i = 0
  while (i < characters.length) {
    let end = i
    while (end < characters.length && isHanzi(characters[end] ?? '')) end++
    if (end === i) {
      i++
      continue
    }
    let at = i
    for (const word of spoken(characters.slice(i, end), dictionary)) {
      starts.set(at, word)
      if (word.length > 1) words.push([at, at + word.length])
      at += word.length
    }
    i = end
  }
  return { starts, words }
}

/** What a character is of: nothing that must stay whole, the first of such a stretch, or within one. */
const [OUTSIDE, WHOLE, WITHIN] = [0, 1, 2]

const heldIn = (characters: readonly string[]): Uint8Array => {
  const held = new Uint8Array(characters.length)
  for (const [from, to] of wholesIn(characters)) {
    held.fill(WITHIN, from, to)
    held[from] = WHOLE
  }
  return held
}

/**
 * @param text tidied code points; those beyond the basic plane stand for themselves and are words of their own
 * @param spoken what cuts a run of hanzi into words, for whoever remembers those of texts that have runs in common
 */
export const breaksOf = (
  text: readonly string[],
  dictionary: Dictionary,
  spoken: typeof spokenWords = spokenWords,
): Breaks => {
  const characters = text.map(basic)
  const held = heldIn(characters)
  const { starts, words } = wordsAt(
    characters.map((c, i) => (held[i] === OUTSIDE ? c : ' ')),
    dictionary,
    spoken,
  )
  let left = ''
  const costs = characters.map((character, i) => {
    const before = characters[i - 1]
    const [last, word] = [left, starts.get(i)]
    left = word ?? (held[i] === OUTSIDE && isHanzi(character) ? left : '')
    if (before === undefined || held[i] === WITHIN || justOpened(characters, i)) return NEVER
    const plain = markCost(before, character)
    if (plain !== undefined) return plain
    if (held[i] !== OUTSIDE) return word === undefined && last ? betweenWords(last, '第') : WORD
    if (word !== undefined) return last ? betweenWords(last, word) : WORD
    return isHanzi(character) ? IN_WORD : WORD
  })
  return { costs, words }
}
