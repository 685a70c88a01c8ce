import { words, type Words } from '../../src/lexicon/words.ts'

/** A label in both languages of the desk, Chinese first. */
export { words, type Words }

export const labels = (zh: string, singular: string, plural: string) => ({
  singular: words(zh, singular),
  plural: words(zh, plural),
})

/** Groups of the desk's navigation, after the sketch: 写 审 放 印 管. */
export const GROUPS = {
  write: words('写', 'Write'),
  review: words('审', 'Review'),
  play: words('放', 'Play'),
  print: words('印', 'Print'),
  manage: words('管', 'Manage'),
} as const
