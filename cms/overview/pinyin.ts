import { pinyin } from 'pinyin-pro'

/** The first letters of all readings of a character: 行 is h and x. A letter or digit is its own. */
const lettersOf = (one: string): readonly string[] => {
  if (/[a-z0-9]/i.test(one)) return [one.toLowerCase()]
  const found = pinyin(one, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    multiple: true,
    nonZh: 'removed',
  })
  return found.map((letter) => letter.toLowerCase())
}

/**
 * Whether initials of `typed` stand somewhere in a text, one after the other: `yhdc` finds 银行的传单 by any reading of
 * each character. `known` keeps the letters of characters for the texts of one search.
 */
export const initialsMatch = (
  typed: string,
  text: string,
  known: Map<string, readonly string[]> = new Map(),
): boolean => {
  const wanted = [...typed.toLowerCase()]
  const letters = Array.from(text).flatMap((one) => {
    const held = known.get(one) ?? lettersOf(one)
    known.set(one, held)
    // Punctuation has none and parts nothing.
    return held.length > 0 ? [held] : []
  })
  return letters.some((_, from) => wanted.every((letter, i) => letters[from + i]?.includes(letter)))
}
