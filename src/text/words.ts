import { UNKNOWN, type Dictionary } from './dictionary.ts'

/**
 * Cuts a run of hanzi into words: of all ways the one whose words cost least together. Every character comes back once,
 * in order. Characters beyond the basic plane are words of their own.
 */
export const wordsOf = (characters: readonly string[], dictionary: Dictionary): readonly string[] => {
  const count = characters.length
  const cost: number[] = Array.from({ length: count + 1 }, () => 0)
  const length: number[] = Array.from({ length: count }, () => 1)
  for (let i = count - 1; i >= 0; i--) {
    const first = characters[i] ?? ''
    let word = first
    const { prices, longest } = dictionary.beginningWith(first)
    let least = (prices.get(first) ?? UNKNOWN) + (cost[i + 1] ?? 0)
    const most = Math.min(count - i, longest)
    for (let n = 2; n <= most; n++) {
      word += characters[i + n - 1] ?? ''
      const price = prices.get(word)
      if (price === undefined) continue
      const all = price + (cost[i + n] ?? 0)
      if (all >= least) continue
      least = all
      length[i] = n
    }
    cost[i] = least
  }
  const words: string[] = []
  for (let i = 0; i < count; i += length[i] ?? 1)
    words.push(characters.slice(i, i + (length[i] ?? 1)).join(''))
  return words
}
