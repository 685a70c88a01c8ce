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
  (isHanzi(a) && isAlphanumeric(b)) || (isAlphanumeric(a) && isHanzi(b))

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
    if (!whole && next !== undefined && isLatinEdge(character, next)) pen += LATIN_GAP
  })
  const trail = trailOf(glyphs.at(-1)?.character ?? '', glyphs.length, font)
  return { at, width: Math.max(0, pen - trail.advance), hang, trail: trail.ink }
}

/**
 * Edges of all stretches of one text set as one line, as `setLine` gives them, by sums: how a glyph is set depends only on
 * the glyphs beside it, and on whether it stands first or last. Numbers, no objects: they are asked a thousand times a page.
 */
export type Extents = {
  readonly width: (from: number, to: number) => number
  readonly hang: (from: number, to: number) => number
  readonly trail: (from: number, to: number) => number
}

export const extentsOf = (
  glyphs: readonly Glyph[],
  font: FontMetrics,
  whole: boolean,
  marks: Marks,
): Extents => {
  const count = glyphs.length
  const sums = new Float64Array(count + 1)
  const last = new Float64Array(count)
  const back = new Float64Array(count)
  const hang = new Float64Array(count)
  const trail = new Float64Array(count)
  const trailing = new Float64Array(count)
  glyphs.forEach(({ character }, i) => {
    const next = glyphs[i + 1]?.character
    const place = placeOf(glyphs, i, next, font, marks)
    const gap = !whole && next !== undefined && isLatinEdge(character, next) ? LATIN_GAP : 0
    sums[i + 1] = (sums[i] ?? 0) + place.advance + gap
    last[i] = placeOf(glyphs, i, undefined, font, marks).advance
    if (marks.isOpening(character)) {
      const out = hangOf(character, place, font)
      back[i] = out.back
      hang[i] = out.ink
    }
    const out = trailOf(character, 2, font)
    trailing[i] = out.advance
    trail[i] = out.ink
  })
  const isLong = (from: number, to: number): boolean => to - from > 1
  return {
    width: (from, to) => {
      const pen = (sums[to - 1] ?? 0) - (sums[from] ?? 0) + (last[to - 1] ?? 0)
      if (!isLong(from, to)) return Math.max(0, pen)
      return Math.max(0, pen - (back[from] ?? 0) - (trailing[to - 1] ?? 0))
    },
    hang: (from, to) => (isLong(from, to) ? (hang[from] ?? 0) : 0),
    trail: (from, to) => (isLong(from, to) ? (trail[to - 1] ?? 0) : 0),
  }
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
