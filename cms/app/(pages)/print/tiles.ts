/** How many A4 sheets a large poster takes and what they make together, as the server has worked it out for this sheet. */
import type { Join } from '../../../../src/poster/tilings.ts'
import { millimetres } from './offers.ts'
import type { PrintWords } from './words.ts'

/** `4 张 A4，拼成 390×551 毫米（131%）`; of several pages all sheets, and how many make one. */
export const joinWords = (join: Join, words: PrintWords): string => {
  const { sheets, pages, percent } = join
  const size = millimetres(join)
  const across = pages > 1 ? words.acrossEach(size, sheets / pages) : words.across(size)
  return words.sheets(sheets) + words.comma + across + (percent !== 100 ? words.enlarged(percent) : '')
}
