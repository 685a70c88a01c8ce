import { describe, expect, it } from 'vitest'
import type { SheetData } from '../../../src/poster/sheet.ts'
import { LENGTHS, sampleOf, schemaOf, STARTER } from '../../../scripts/posters/texts.ts'
import { textLines, type Line } from './lines.ts'
import { press } from './sheets.ts'

const [NOTICE, LARGE] = ['notice-a4', 'largeprint-a4'].map(schemaOf) as [
  ReturnType<typeof schemaOf>,
  ReturnType<typeof schemaOf>,
]

/** All of the starter library, and the shortest and longest words that the card takes. */
const WORDS: readonly SheetData[] = LARGE.kinds.flatMap((kind) => [
  ...(STARTER[kind] ?? []).map((words) => ({ ...sampleOf(LARGE, kind, 'typical'), ...words })),
  ...LENGTHS.map((length) => sampleOf(LARGE, kind, length)),
])

const bodyOf = ({ lines, steps }: SheetData): readonly string[] => [
  ...lines,
  ...steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
]

const bare = (text: string): string => text.replace(/[“”]/g, '')

/** A beat's number may stand on its line. */
const sayIn = (words: string, { text }: Line): boolean =>
  [text, text.slice(1)].some((said) => said.length > 1 && bare(words).includes(bare(said)))

/** Of all lines that say some of these words; words that are not found fail the test. */
const sizesOf = (lines: readonly Line[], words: string): readonly number[] => {
  const sizes = lines.filter((line) => sayIn(words, line)).map(({ size }) => size)
  expect(sizes.length, words).toBeGreaterThan(0)
  return sizes
}
const least = (lines: readonly Line[], words: string): number => Math.min(...sizesOf(lines, words))
/** A title's words may be said in the body as well. */
const most = (lines: readonly Line[], words: string): number => Math.max(...sizesOf(lines, words))

describe('TPL-16 the large-print card', () => {
  it.each(WORDS.map((words) => [`${words.kind} ${words.title}`, words] as const))(
    'TPL-16 %s: words a fifth larger than on the notice, the title a tenth',
    async (_, words) => {
      const on = async ({ id }: typeof NOTICE) => {
        expect(press.query(id, words, '<ss-overflow>')).toEqual([])
        return textLines(press.pdf(id, words))
      }
      const [notice, card] = [await on(NOTICE), await on(LARGE)]
      expect(new Set(card.map(({ page }) => page))).toEqual(new Set([1, 2]))
      expect(most(card, words.title)).toBeGreaterThanOrEqual(1.1 * most(notice, words.title))
      for (const part of bodyOf(words))
        expect(least(card, part), part).toBeGreaterThanOrEqual(1.2 * least(notice, part))
      if (words.lesson)
        expect(least(card, words.lesson)).toBeGreaterThanOrEqual(1.2 * least(notice, words.lesson))
    },
  )

  it('TPL-16 there is none of a slogan', () => {
    expect(LARGE.kinds).not.toContain('slogan')
    expect(NOTICE.kinds).toContain('slogan')
  })
})
