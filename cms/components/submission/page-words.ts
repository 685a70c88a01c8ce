import type { Page } from '../../../src/model/page.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

/** All that is written on a page, for who cannot see it. */
export const textOf = (page: Page): string =>
  page.ops.flatMap((op) => (op.op === 'text' ? [op.text] : [])).join(' ')

/** The desk has no subset of the big font: it says so, rather than pass another font off as the screen's. */
export const rareWords = (rare: string, language: DeskLanguage): string => {
  const all = Array.from(rare)
  const zh = all.map((one) => `“${one}”`).join('')
  return all.length === 1
    ? say(language, `${zh}这个字在大屏上由专用字库显示`, `The screen draws “${rare}” with a font of its own`)
    : say(
        language,
        `${zh}这几个字在大屏上由专用字库显示`,
        `The screen draws ${all.join(' ')} with a font of its own`,
      )
}
