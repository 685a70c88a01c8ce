/** Words that begin with one character. */
export type Group = {
  /** What a word costs to assume: the rarer, the dearer. */
  readonly prices: ReadonlyMap<string, number>
  /** Characters of the longest of them; 1 where there is none. */
  readonly longest: number
}

/** Words by the character they begin with. A single character that is in none costs `UNKNOWN`. */
export type Dictionary = { readonly beginningWith: (first: string) => Group }

/** Dearer than any character that the dictionary knows. */
export const UNKNOWN = 100

const FIRST_PRICE = 0x23
const LAST_PRICE = 0x7e

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
  return {
    beginningWith: (first) => {
      const known = groups.get(first)
      if (known) return known
      const line = lines.get(first)
      if (line === undefined) return NONE
      const made = groupOf(line)
      groups.set(first, made)
      return made
    },
  }
}
