import type { HotlineWords } from '../model/content.ts'
import type { Refusal } from '../errors/refusal.ts'
import { blocksFor, doesNotFit, placed, prepared, presses, type Draft, type Wording } from './draft.ts'
import type { Box } from './fit.ts'
import { CELL, comfortPx, ladder, nearestPx, sizeAtMost } from './legibility.ts'
import type { Press } from './pagination.ts'
import type { Prepared } from './prepared.ts'
import type { Sheet } from './sheet.ts'

/** Characters side by side on a strip: this many where comfort is kept, fewer to keep it. */
const COLUMNS = 12
const FEWER_COLUMNS = 8
/** An outline font needs some black above and below on a strip. */
const SANS_HEIGHT = 0.875

export const stripPx = (sheet: Sheet): number => {
  const tallest =
    sheet.profile.colour === 'full' && sheet.height * SANS_HEIGHT >= 24
      ? Math.floor(sheet.height * SANS_HEIGHT)
      : Math.floor(sheet.height / CELL) * CELL
  const across = Math.max(
    Math.floor(sheet.width / COLUMNS),
    Math.min(comfortPx(sheet.profile), Math.floor(sheet.width / FEWER_COLUMNS)),
  )
  return Math.max(sheet.least, Math.min(tallest, nearestPx(sheet.profile, across)))
}

const pressesFor = (sheet: Sheet, box: Box): readonly Press[] => {
  if (sheet.mode !== 'strip') return presses(sheet, box, sheet.sizes.headline)
  const wanted = stripPx(sheet)
  const press = { box, metrics: sheet.metrics, most: 1 }
  const only = sizeAtMost(sheet.profile, wanted)
  return [
    { ...press, sizes: only ? [only] : [] },
    { ...press, sizes: ladder(sheet.profile, wanted, sheet.least) },
  ]
}

/** The hotline as a message of its own: `拿不准？先打96110`. */
export const hotlineWording = (hotline: HotlineWords): Wording => ({
  field: 'hotline',
  text: `${hotline.prompt.trim()}${hotline.number}`,
  accent: hotline.number,
})

/**
 * Pages of panels without furniture (strips, very small panels): each text by itself, one size for all, split at phrase
 * ends instead of scrolling, the hotline last (PAGE-8).
 */
export const bareDrafts = (
  sheet: Sheet,
  wordings: readonly Wording[],
): { readonly drafts: readonly Draft[]; readonly faults: readonly Refusal[] } => {
  const box: Box = {
    x: sheet.margin,
    y: 0,
    width: sheet.width - 2 * sheet.margin,
    height: sheet.height,
    hang: sheet.margin,
    trail: sheet.margin,
    centred: true,
  }
  const tries = pressesFor(sheet, box)
  const faults: Refusal[] = []
  const groups: (readonly Prepared[])[] = []
  for (const wording of wordings) {
    const text = prepared(sheet, wording, { silent: true })
    if (text.glyphs.length === 0) continue
    if (blocksFor([[text]], tries)) groups.push([text])
    else faults.push(doesNotFit(sheet.profile, wording.field))
  }
  const blocks = groups.length > 0 ? (blocksFor(groups, tries) ?? []) : []
  const inks = { text: sheet.palette.text, accent: sheet.palette.accent }
  return { drafts: blocks.map((block) => placed(sheet, block, box, inks)), faults }
}
