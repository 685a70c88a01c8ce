import type { Place, Word } from './finding.ts'
import { folded } from './fold.ts'

/** The words of one field, folded and joined by line ends; a place in it leads back to the words. */
export type Passage = {
  readonly text: string
  readonly words: readonly Word[]
  /** Where `start` to `end` of `text` stands; of what runs over several words the part in each. */
  readonly placesOf: (start: number, end: number) => readonly Place[]
}

type Part = { readonly word: Word; readonly at: number; readonly fold: ReturnType<typeof folded> }

const placeIn = ({ word, at, fold }: Part, start: number, end: number): readonly Place[] => {
  const [first, last] = [Math.max(start - at, 0), Math.min(end - at, fold.text.length) - 1]
  if (last < first) return []
  return [{ word, start: fold.from[first] ?? 0, end: fold.to[last] ?? word.text.length }]
}

/** One passage a field, in the order of the words. */
export const passagesOf = (words: readonly Word[]): readonly Passage[] => {
  const byField = new Map<string, Word[]>()
  for (const word of words) {
    const known = byField.get(word.field)
    if (known) known.push(word)
    else byField.set(word.field, [word])
  }
  return [...byField.values()].map((own) => {
    let at = 0
    const parts: readonly Part[] = own.map((word) => {
      const part = { word, at, fold: folded(word.text) }
      at += part.fold.text.length + 1
      return part
    })
    return {
      text: parts.map(({ fold }) => fold.text).join('\n'),
      words: own,
      placesOf: (start, end) => parts.flatMap((part) => placeIn(part, start, end)),
    }
  })
}
