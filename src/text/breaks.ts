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
): { readonly starts: ReadonlyMap<number, string>; readonly words: Breaks['words'] } => {
  const starts = new Map<number, string>()
  const words: (readonly [number, number])[] = []
  let i = 0
  while (i < characters.length) {
    let end = i
    while (end < characters.length && isHanzi(characters[end] ?? '')) end++
    let at = i
    for (const word of spokenWords(characters.slice(i, end), dictionary)) {
      starts.set(at, word)
      if (word.length > 1) words.push([at, at + word.length])
      at += word.length
    }
    i = Math.max(end, i + 1)
  }
  return { starts, words }
}

/** @param text tidied code points; those beyond the basic plane stand for themselves and are words of their own */
export const breaksOf = (text: readonly string[], dictionary: Dictionary): Breaks => {
  const characters = text.map(basic)
  const wholes = wholesIn(characters)
  const held = new Set(
    wholes.flatMap(([from, to]) => Array.from({ length: to - from - 1 }, (_, k) => from + 1 + k)),
  )
  const inWhole = new Set(
    wholes.flatMap(([from, to]) => Array.from({ length: to - from }, (_, k) => from + k)),
  )
  const { starts, words } = wordsAt(
    characters.map((c, i) => (inWhole.has(i) ? ' ' : c)),
    dictionary,
  )
  let left = ''
  const costs = characters.map((character, i) => {
    const before = characters[i - 1]
    const [last, word] = [left, starts.get(i)]
    left = word ?? (isHanzi(character) && !inWhole.has(i) ? left : '')
    if (before === undefined || held.has(i) || justOpened(characters, i)) return NEVER
    const plain = markCost(before, character)
    if (plain !== undefined) return plain
    if (inWhole.has(i)) return word === undefined && last ? betweenWords(last, '第') : WORD
    if (word !== undefined) return last ? betweenWords(last, word) : WORD
    return isHanzi(character) ? IN_WORD : WORD
  })
  return { costs, words }
}
