import { isAlphanumeric, isAscii, isHanzi } from '../text/characters.ts'
import { MARKS_1, type Marks } from '../text/marks.ts'
import type { Glyph } from './glyphs.ts'
import { advanceOf, type FontMetrics } from './metrics.ts'

const EM = 1000
const HALF = 500
/** Air kept between the ink of a tightened mark and its neighbour. */
const AIR = 60
/** Between hanzi and Latin letters or digits; clreq asks for a quarter em at most. */
const LATIN_GAP = 100

/** Where the glyphs of one line stand, in thousandths of an em from the left edge of the text block. */
export type LineSetting = {
  readonly at: readonly number[]
  readonly width: number
  /** How far the ink of a hanging opening mark reaches left of 0. */
  readonly hang: number
  /** How far the ink of a hanging comma or full stop reaches right of `width`. */
  readonly trail: number
}

type Place = { readonly shift: number; readonly advance: number }

/** Small enough to stand in the margin. */
const HANGING = new Set('，。、')

/** A pixel font moves by whole pixels of its 16-pixel cell. */
const GRID = EM / 16

/** What is left of a mark that gives up its blank right half, on the pixel font's grid for both fonts. */
const tightAdvance = (inkRight: number): number => Math.ceil(Math.max(HALF, inkRight + AIR) / GRID) * GRID

/** Nothing to tighten: a hanzi of the first plane, which is one em wide in both fonts. */
const PLAIN: Place = { shift: 0, advance: EM }
const isPlain = (c: string): boolean => c >= '\u4e00' && c <= '\u9fff' && c.length === 1

const markPlace = (c: string, next: string | undefined, font: FontMetrics, marks: Marks): Place => {
  const { isClosing, isFullPause, isOpening } = marks
  const full = advanceOf(font, c)
  const ink = font.ink[c]
  if (!ink || full !== EM) return { shift: 0, advance: dashAdvance(c, next, full, ink) }
  if (isOpening(c)) {
    const shift = Math.floor(Math.min(HALF, ink[0] - AIR) / GRID) * GRID
    return { shift, advance: EM - shift }
  }
  const tight = tightAdvance(ink[1])
  if (isClosing(c)) return { shift: 0, advance: tight }
  if (c === '·') return { shift: EM / 4, advance: HALF }
  const beside = next === undefined || isOpening(next) || isClosing(next) || isFullPause(next)
  return { shift: 0, advance: isFullPause(c) && beside ? tight : dashAdvance(c, next, full, ink) }
}

/** The two halves of —— must touch. */
const dashAdvance = (
  c: string,
  next: string | undefined,
  full: number,
  ink: readonly [number, number] | undefined,
): number => (c === '—' && next === '—' && ink ? ink[1] - ink[0] : full)

const spaceAdvance = (previous: string | undefined, next: string | undefined, full: number): number =>
  previous && next && isAscii(previous) && isAscii(next) ? full : HALF

const isLatinEdge = (a: string, b: string): boolean =>
  (isAlphanumeric(b) && isHanzi(a)) || (isAlphanumeric(a) && isHanzi(b))

const gapBetween = (a: string, b: string | undefined): number =>
  b !== undefined && isLatinEdge(a, b) ? LATIN_GAP : 0

const placeOf = (
  glyphs: readonly Glyph[],
  i: number,
  next: string | undefined,
  font: FontMetrics,
  marks: Marks,
): Place => {
  const character = glyphs[i]?.character ?? ''
  if (isPlain(character)) return PLAIN
  return character === ' '
    ? { shift: 0, advance: spaceAdvance(glyphs[i - 1]?.character, next, advanceOf(font, character)) }
    : markPlace(character, next, font, marks)
}

/** How far the pen moves back before an opening mark that hangs outside, and how far its ink then stands out. */
const hangOf = (
  c: string,
  place: Place,
  font: FontMetrics,
): { readonly back: number; readonly ink: number } => ({
  back: place.advance,
  ink: Math.max(0, place.advance - ((font.ink[c]?.[0] ?? 0) - place.shift)),
})

/**
 * Sets one line: marks give up their blank half at quotes, line ends and beside other marks (GB/T 15834 5.1.10), an
 * opening mark at the start hangs outside so that the characters align (PAGE-6).
 * @param whole positions on the pixel font's own grid, without gaps around digits
 */
export const setLine = (
  glyphs: readonly Glyph[],
  font: FontMetrics,
  whole: boolean,
  marks: Marks = MARKS_1,
): LineSetting => {
  const at: number[] = []
  let pen = 0
  let hang = 0
  glyphs.forEach(({ character }, i) => {
    const next = glyphs[i + 1]?.character
    const place = placeOf(glyphs, i, next, font, marks)
    if (i === 0 && marks.isOpening(character) && glyphs.length > 1) {
      const out = hangOf(character, place, font)
      pen = -out.back
      hang = out.ink
    }
    at.push(pen - place.shift)
    pen += place.advance
    if (!whole) pen += gapBetween(character, next)
  })
  const trail = trailOf(glyphs.at(-1)?.character ?? '', glyphs.length, font)
  return { at, width: Math.max(0, pen - trail.advance), hang, trail: trail.ink }
}

/**
 * What one text takes as one line between any two of its places, as `setLine` sets it, by sums: how a glyph is set depends
 * only on the glyphs beside it, and on whether it stands first or last. Arrays by glyph, for they are asked a thousand times
 * a page: a line `[from, to)` of two glyphs or more is `left[from] + right[to - 1]` wide, if that is more than nothing.
 */
export type Extents = {
  readonly left: Float64Array
  readonly right: Float64Array
  /** Width of a glyph that has the line to itself; nothing of it hangs out. */
  readonly alone: Float64Array
  /** How far an opening mark reaches out on the left, and a pause on the right. */
  readonly hang: Float64Array
  readonly trail: Float64Array
}

export const extentsOf = (
  glyphs: readonly Glyph[],
  font: FontMetrics,
  whole: boolean,
  marks: Marks,
): Extents => {
  const count = glyphs.length
  const made = (): Float64Array => new Float64Array(count)
  const extents = { left: made(), right: made(), alone: made(), hang: made(), trail: made() }
  let pen = 0
  for (let i = 0; i < count; i++) {
    const character = glyphs[i]?.character ?? ''
    const next = glyphs[i + 1]?.character
    extents.left[i] = -pen
    if (isPlain(character)) {
      extents.right[i] = pen + EM
      extents.alone[i] = EM
      pen += EM + (whole ? 0 : gapBetween(character, next))
      continue
    }
    const place = placeOf(glyphs, i, next, font, marks)
    const last = placeOf(glyphs, i, undefined, font, marks).advance
    const trailing = trailOf(character, 2, font)
    extents.right[i] = pen + last - trailing.advance
    extents.alone[i] = Math.max(0, last)
    extents.trail[i] = trailing.ink
    if (marks.isOpening(character)) {
      const out = hangOf(character, place, font)
      extents.left[i] = -pen - out.back
      extents.hang[i] = out.ink
    }
    pen += place.advance + (whole ? 0 : gapBetween(character, next))
  }
  return extents
}

const NO_TRAIL = { advance: 0, ink: 0 }

/** A pause at the line end may stand outside, so that it never costs the line its last character. */
const trailOf = (
  last: string,
  count: number,
  font: FontMetrics,
): { readonly advance: number; readonly ink: number } => {
  const ink = font.ink[last]
  if (count < 2 || !ink || !HANGING.has(last)) return NO_TRAIL
  return { advance: tightAdvance(ink[1]), ink: ink[1] }
}
