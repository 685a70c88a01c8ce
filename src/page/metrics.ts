import type { FontName } from '../model/page.ts'

/** What layout knows of a font, in thousandths of an em; made by scripts/fonts.mjs from the shipped fonts. */
export type FontMetrics = {
  /** Ink of ordinary hanzi above and below the baseline (`bottom` is negative), and height of digits. */
  readonly top: number
  readonly bottom: number
  readonly digit: number
  /** `[from, to, advance]` by code point, in order; everything else is one em wide. */
  readonly advances: readonly (readonly [from: number, to: number, advance: number])[]
  /** Left and right edge of the ink of each mark that may be tightened. */
  readonly ink: Readonly<Record<string, readonly [left: number, right: number]>>
}

export type Metrics = Readonly<Record<FontName, FontMetrics>>

const EM = 1000

/** Advance of one character in thousandths of an em. */
export const advanceOf = (font: FontMetrics, character: string): number => {
  const code = character.codePointAt(0) ?? 0
  let low = 0
  let high = font.advances.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const row = font.advances[middle]
    if (!row) break
    if (code < row[0]) high = middle - 1
    else if (code > row[1]) low = middle + 1
    else return row[2]
  }
  return EM
}
