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

/** Of a character that has no letters: punctuation, which parts nothing. */
const PASSED_OVER = -1

/**
 * Whether initials of `typed` stand somewhere in a text, one after the other: `yhdc` finds 银行的传单 by any reading of
 * each character. A bit stands for each place of what was typed that the text has come to, so a town's titles are one
 * walk over their characters; what was typed has fewer places than a number has bits (INITIALS in search.ts).
 */
export const initialsOf = (typed: string): ((text: string) => boolean) => {
  const wanted = [...typed.toLowerCase()]
  const all = 1 << (wanted.length - 1)
  const known = new Map<string, number>()
  const placesOf = (one: string): number => {
    const letters = lettersOf(one)
    if (letters.length === 0) return PASSED_OVER
    return wanted.reduce((places, letter, i) => (letters.includes(letter) ? places | (1 << i) : places), 0)
  }
  return (text) => {
    let come = 0
    for (const one of text) {
      const places = known.get(one) ?? placesOf(one)
      known.set(one, places)
      if (places === PASSED_OVER) continue
      come = ((come << 1) | 1) & places
      if ((come & all) !== 0) return true
    }
    return false
  }
}
