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

/** Edges of a stretch set as one line; what `setLine` says of it without the places of its glyphs. */
export type Extent = Omit<LineSetting, 'at'>

/**
 * Extents of all stretches of one text by sums: how a glyph is set depends only on the glyphs beside it, and on whether it
 * stands first or last.
 */
export const extentsOf = (
  glyphs: readonly Glyph[],
  font: FontMetrics,
  whole: boolean,
  marks: Marks,
): ((from: number, to: number) => Extent) => {
  const places = glyphs.map((_, i) => placeOf(glyphs, i, glyphs[i + 1]?.character, font, marks))
  const last = glyphs.map((_, i) => placeOf(glyphs, i, undefined, font, marks).advance)
  const sums = [0]
  places.forEach(({ advance }, i) => {
    const [character, next] = [glyphs[i]?.character ?? '', glyphs[i + 1]?.character]
    const gap = !whole && next !== undefined && isLatinEdge(character, next) ? LATIN_GAP : 0
    sums.push((sums[i] ?? 0) + advance + gap)
  })
  return (from, to) => {
    const first = glyphs[from]?.character ?? ''
    const place = places[from]
    const hangs = to - from > 1 && place && marks.isOpening(first) ? hangOf(first, place, font) : undefined
    const trail = trailOf(glyphs[to - 1]?.character ?? '', to - from, font)
    const pen = (sums[to - 1] ?? 0) - (sums[from] ?? 0) + (last[to - 1] ?? 0) - (hangs?.back ?? 0)
    return { width: Math.max(0, pen - trail.advance), hang: hangs?.ink ?? 0, trail: trail.ink }
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
