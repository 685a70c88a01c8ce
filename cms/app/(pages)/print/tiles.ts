/** How many A4 sheets a large poster takes and what they make together, as the server has worked it out for this sheet. */
import type { Join } from '../../../../src/poster/tilings.ts'
import { millimetres } from './offers.ts'
import type { PrintWords } from './words.ts'

/** `4 张 A4，拼成 390×551 毫米，放大到 131%`; of several pages also how many sheets each takes. */
export const joinWords = (join: Join, words: PrintWords): string => {
  const { sheets, pages, percent } = join
  const many = pages > 1 ? words.sheetsOfPages(sheets, pages, sheets / pages) : words.sheets(sheets)
  const across = words.across(millimetres(join), pages > 1)
  return [many, across, ...(percent > 100 ? [words.enlarged(percent)] : [])].join(words.comma)
}
