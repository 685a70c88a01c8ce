import { refusal, type Refusal } from '../errors/refusal.ts'
import type { HotlineWords } from '../model/content.ts'
import type { DrawOp, Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { isSpaceOnStrips, tidy } from '../text/characters.ts'
import { dwellOf } from './dwell.ts'
import type { Block, Box } from './fit.ts'
import { footOps } from './furniture.ts'
import { glyphsOf } from './glyphs.ts'
import { blockOps, type Inks } from './ink.ts'
import { comfortPx, ladder, nearestPx } from './legibility.ts'
import { pages, type Press } from './pagination.ts'
import { prepare, type Manner, type Prepared } from './prepared.ts'
import type { Sheet } from './sheet.ts'

/** A page before its foot: what it says, and the label. */
export type Draft = readonly DrawOp[]

/** A text of the content with the field it came from, so that a fault can name it. */
export type Wording = {
  readonly field: string
  readonly text: string
  readonly accent?: string
  /** The text without the quotation marks that are not its own, where a stamp is all there is room for. */
  readonly unquoted?: string
  /** Who speaks, where there is no bubble to say so (layout 2). */
  readonly stamp?: Stamp
}

/** Words on a block of colour before a text; the short one where a panel is narrow. */
export type Stamp = { readonly who: 'he' | 'you' | 'topic'; readonly long: string; readonly short: string }

/** Down to these shares of the wanted size a text shrinks rather than spread over one more page. */
const SHRINK = 0.72
const SHRINK_IN_COMFORT = 0.58

/** The size under which one more page is better: comfort at this distance may be enough, far less than wanted is not. */
export const goodPx = (sheet: Sheet, wanted: number): number => {
  const comfort = Math.max(comfortPx(sheet.profile), Math.round(wanted * SHRINK_IN_COMFORT))
  const good = Math.min(Math.round(wanted * SHRINK), comfort)
  return Math.max(sheet.least, nearestPx(sheet.profile, good))
}

/** Headlines, slogans and strips say a pause by breaking; a story keeps its commas. */
export const prepared = (sheet: Sheet, wording: Wording, manner: Manner): Prepared => {
  const on = (text: string): string =>
    sheet.mode === 'strip' ? tidy(Array.from(text, (c) => (isSpaceOnStrips(c) ? ' ' : c)).join('')) : text
  return prepare(glyphsOf(on(wording.text), on(wording.accent ?? '')), sheet.metrics, manner)
}

export const doesNotFit = (profile: ScreenProfile, field: string): Refusal =>
  refusal('TEXT_DOES_NOT_FIT', { field, hint: `${profile.width}×${profile.height}` })

/** Sizes from `wanted` down: first those that read well, then, only if need be, all down to the least. */
export const presses = (
  sheet: Sheet,
  box: Box,
  wanted: number,
  most = Number.POSITIVE_INFINITY,
): readonly Press[] =>
  [goodPx(sheet, wanted), sheet.least].map((least) => ({
    box,
    sizes: ladder(sheet.profile, wanted, least),
    metrics: sheet.metrics,
    most,
  }))

/** Blocks for page-fulls of texts, tried press by press. */
export const blocksFor = (
  groups: readonly (readonly Prepared[])[],
  tries: readonly Press[],
): readonly Block[] | undefined => {
  const pieces = groups.map((group) => group.map((text) => ({ text, from: 0, to: text.glyphs.length })))
  for (const press of tries) {
    const blocks = pages(pieces, press)
    if (blocks) return blocks
  }
  return undefined
}

export const inksOf = (sheet: Sheet): Inks => ({ text: sheet.palette.text, accent: sheet.palette.accent })

/** A block in the middle of its box, a touch above it for the eye. */
export const placed = (sheet: Sheet, block: Block, box: Box, inks: Inks): Draft => {
  const top = box.y + Math.max(0, Math.floor((box.height - block.height) * (box.centred ? 0.5 : 0.47)))
  return blockOps(block, box, top, inks, sheet.metrics)
}

const readOf = (ops: readonly DrawOp[]): number => {
  let count = 0
  for (const op of ops) if (op.op === 'text' && !op.quiet) for (const c of op.text) if (c !== ' ') count++
  return count
}

/** Characters a person has to read on a page; label, hotline foot and marks are not counted. */
export const charactersToRead = (page: Pick<Page, 'ops'>): number => readOf(page.ops)

/** Adds foot and marks where the panel has them, and the time each page stays. */
export const finished = (
  sheet: Sheet,
  drafts: readonly Draft[],
  template: string,
  hotline: HotlineWords | undefined,
): readonly Page[] => {
  const hasFoot = sheet.mode === 'wide' || sheet.mode === 'tall'
  const foot = hotline && hasFoot ? footOps(sheet, hotline) : undefined
  return drafts.map((draft, i) => ({
    width: sheet.width,
    height: sheet.height,
    ground: sheet.palette.ground,
    dwellMs: dwellOf(readOf(draft), sheet.profile),
    template,
    ops: foot ? [...draft, ...foot(i, drafts.length)] : draft,
  }))
}
