import { words, type Words } from '../../src/lexicon/words.ts'

/** A label in both languages of the desk, Chinese first. */
export { words, type Words }

export const labels = (zh: string, singular: string, plural: string) => ({
  singular: words(zh, singular),
  plural: words(zh, plural),
})
