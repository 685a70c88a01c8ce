import type { SloganBody } from '../model/content.ts'
import type { Drafted } from './case.ts'
import { blocksFor, doesNotFit, placed, prepared, presses, type Wording } from './draft.ts'
import { messageBox } from './furniture.ts'
import type { Sheet } from './sheet.ts'

const MOST_LINES = { wide: 3, tall: 6 }

/** A slogan has the page to itself: no label, as large as three lines go. */
export const sloganDrafts = (sheet: Sheet, body: SloganBody): Drafted => {
  const box = messageBox(sheet, false)
  const text = prepared(sheet, { field: 'text', text: body.text, accent: body.accent }, true)
  const most = MOST_LINES[sheet.mode === 'wide' ? 'wide' : 'tall']
  const tries = [
    ...presses(sheet, box, sheet.sizes.slogan, most),
    ...presses(sheet, box, sheet.sizes.headline),
  ]
  const blocks = blocksFor([[text]], tries)
  if (!blocks) return { drafts: [], faults: [doesNotFit(sheet.profile, 'text')] }
  const inks = { text: sheet.palette.text, accent: sheet.palette.accent }
  return { drafts: blocks.map((block) => placed(sheet, block, box, inks)), faults: [] }
}

export const sloganWordings = (body: SloganBody): readonly Wording[] => [
  { field: 'text', text: body.text, accent: body.accent },
]
