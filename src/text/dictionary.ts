/** What a word costs to assume: the rarer, the dearer. Of a single character in no dictionary: `UNKNOWN`. */
export type Dictionary = {
  /** Price of a word of one character or more; undefined where it is none. */
  readonly price: (word: string) => number | undefined
  /** Characters of the longest word that begins with this one; 1 where none does. */
  readonly longest: (first: string) => number
}

/** Dearer than any character that the dictionary knows. */
export const UNKNOWN = 100

const FIRST_PRICE = 0x23
const LAST_PRICE = 0x7e

type Group = { readonly prices: ReadonlyMap<string, number>; readonly longest: number }

const isPrice = (code: number): boolean => code >= FIRST_PRICE && code <= LAST_PRICE

const groupOf = (line: string): Group => {
  const first = line.slice(0, 1)
  const prices = new Map<string, number>()
  let longest = 1
  let from = 1
  for (let i = 1; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (!isPrice(code)) continue
    const word = first + line.slice(from, i)
    prices.set(word, code - FIRST_PRICE)
    longest = Math.max(longest, word.length)
    from = i + 1
  }
  return { prices, longest }
}

const NONE: Group = { prices: new Map(), longest: 1 }

/**
 * Reads media/words/zh.txt (scripts/words.mjs says how it is written). A group is taken apart when a text first has its
 * character, so that a start of the server does not wait for words nobody uses.
 */
export const readDictionary = (text: string): Dictionary => {
  const lines = new Map(text.split('\n').map((line) => [line.slice(0, 1), line]))
  const groups = new Map<string, Group>()
  const groupAt = (first: string): Group => {
    const known = groups.get(first)
    if (known) return known
    const line = lines.get(first)
    if (line === undefined) return NONE
    const made = groupOf(line)
    groups.set(first, made)
    return made
  }
  return {
    price: (word) => groupAt(word.slice(0, 1)).prices.get(word),
    longest: (first) => groupAt(first).longest,
  }
}
