import { goodPx } from '../draft.ts'
import type { Block, Box } from '../fit.ts'
import { floorPx, ladder, sizeAtLeast, type Size } from '../legibility.ts'
import type { Sheet } from '../sheet.ts'
import type { Press } from './fit.ts'
import { onPages } from './pagination.ts'
import type { Prepared } from './prepared.ts'

/** A full stop stands out of the text by half the margin at most, never at the edge lamp. */
export const trailIn = (margin: number): number => Math.floor(margin / 2)

/** A press of sizes in order, largest first. */
export const pressOf = (
  sheet: Sheet,
  box: Box,
  sizes: readonly Size[],
  most = Number.POSITIVE_INFINITY,
): Press => ({
  box,
  sizes,
  metrics: sheet.metrics,
  most,
  capacity: (box.width * 1000) / sizeAtLeast(sheet.profile, floorPx(sheet.profile)).px,
})

/** A press of sizes from `wanted` down to `least`, both brought to what the panel can show. */
export const pressFor = (sheet: Sheet, box: Box, wanted: number, least: number, most?: number): Press =>
  pressOf(sheet, box, ladder(sheet.profile, wanted, least), most)

/** Presses to try in turn, each made when it is asked for: most texts go by the first. */
export type Presses = readonly (() => Press)[]

/**
 * From what reads well down to the floor, under which nothing goes (PAGE-1). A number that no page of a size can hold is
 * set smaller before it is refused (TXT-1).
 */
export const pressesFor = (
  sheet: Sheet,
  box: Box,
  wanted: number,
  good = goodPx(sheet, wanted),
  most?: number,
): Presses =>
  [...new Set([Math.min(good, wanted), sheet.least, floorPx(sheet.profile)])]
    .filter((least) => least <= wanted)
    .map((least) => () => pressFor(sheet, box, wanted, least, most))

/** A text on pages by the first press that takes it without giving up a word. */
export const setText = (text: Prepared, tries: Presses): readonly Block[] | undefined => {
  let poor: readonly Block[] | undefined
  for (const press of tries) {
    const blocks = onPages(text, press())
    if (blocks?.every(({ bad }) => bad === 0)) return blocks
    poor ??= blocks
  }
  return poor
}
