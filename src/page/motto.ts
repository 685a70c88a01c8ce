import { blocksFor, goodPx, inksOf, placed, prepared, presses, type Draft, type Wording } from './draft.ts'
import type { Block, Box } from './fit.ts'
import { messageBox } from './furniture.ts'
import { comfortPx, ladder } from './legibility.ts'
import { pressed, wholeOf } from './pagination.ts'
import type { Prepared } from './prepared.ts'
import type { Sheet } from './sheet.ts'

const MOST_LINES = { wide: 3, tall: 6 }
/** Share of the height between top and foot that a slogan takes at most: space is what makes it look official. */
const FILL = 0.86

/** On one page if it can be read at ease there, with air around it if there is room. */
const onePage = (sheet: Sheet, text: Prepared, whole: Box, most: number): Block | undefined => {
  const airy = { ...whole, height: Math.floor(whole.height * FILL) }
  const wanted = sheet.sizes.motto
  const ease = Math.max(sheet.least, Math.min(comfortPx(sheet.profile), goodPx(sheet, wanted)))
  const tries: readonly (readonly [Box, number])[] = [
    [airy, goodPx(sheet, wanted)],
    [whole, goodPx(sheet, wanted)],
    [whole, ease],
  ]
  for (const [box, least] of tries) {
    const sizes = ladder(sheet.profile, wanted, least)
    const block = pressed([wholeOf(text)], { box, sizes, metrics: sheet.metrics, most })
    if (block?.bad === 0) return block
  }
  return undefined
}

/** Words that have the page to themselves: no label, as large as three lines go. */
export const mottoDrafts = (sheet: Sheet, wording: Wording): readonly Draft[] | undefined => {
  const box = messageBox(sheet, false)
  const text = prepared(sheet, wording, { silent: true })
  const one = onePage(sheet, text, box, MOST_LINES[sheet.mode === 'wide' ? 'wide' : 'tall'])
  const blocks = one ? [one] : blocksFor([[text]], presses(sheet, box, sheet.sizes.headline))
  return blocks?.map((block) => placed(sheet, block, box, inksOf(sheet)))
}
