import type { Found } from './finding.ts'
import type { Passage } from './passage.ts'

/** As many characters as a page holds (PAGE-5); nobody takes in more at one breath. */
export const SENTENCE_LIMIT = 40
/** Sentences and halves of sentences in one line. */
const IDEAS_LIMIT = 5

const lengthOf = (text: string): number => Array.from(text.replace(/[\s\p{P}]/gu, '')).length

/** Sentences too long for old people, and lines that tell too much (CHK-10). */
export const plainFaultsIn = (passage: Passage): readonly Found[] => {
  const found: Found[] = []
  let at = 0
  for (const line of passage.text.split('\n')) {
    let isLong = false
    for (const { index, 0: sentence } of line.matchAll(/[^。!?;…]+[。!?;…”]*/g)) {
      const got = lengthOf(sentence)
      if (got <= SENTENCE_LIMIT) continue
      isLong = true
      for (const place of passage.placesOf(at + index, at + index + sentence.length))
        found.push({ ...place, code: 'CHECK_SENTENCE_LONG', got, limit: SENTENCE_LIMIT })
    }
    const ideas = line.split(/[。!?;,…]+/).filter((part) => lengthOf(part) > 2).length
    if (ideas > IDEAS_LIMIT && !isLong)
      for (const place of passage.placesOf(at, at + line.length))
        found.push({ ...place, code: 'CHECK_MANY_IDEAS', got: ideas, limit: IDEAS_LIMIT })
    at += line.length + 1
  }
  return found
}
