import { isAlphanumeric, isAscii, isClosing, isFullPause, isHanzi, isOpening } from '../text/characters.ts'
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

const markPlace = (c: string, next: string | undefined, font: FontMetrics): Place => {
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

/**
 * Sets one line: marks give up their blank half at quotes, line ends and beside other marks (GB/T 15834 5.1.10), an
 * opening mark at the start hangs outside so that the characters align (PAGE-6).
 * @param whole positions on the pixel font's own grid, without gaps around digits
 */
export const setLine = (glyphs: readonly Glyph[], font: FontMetrics, whole: boolean): LineSetting => {
  const at: number[] = []
  let pen = 0
  let hang = 0
  glyphs.forEach(({ character }, i) => {
    const next = glyphs[i + 1]?.character
    const place =
      character === ' '
        ? { shift: 0, advance: spaceAdvance(glyphs[i - 1]?.character, next, advanceOf(font, character)) }
        : markPlace(character, next, font)
    if (i === 0 && isOpening(character) && glyphs.length > 1) {
      pen = -place.advance
      hang = place.advance - ((font.ink[character]?.[0] ?? 0) - place.shift)
    }
    at.push(pen - place.shift)
    pen += place.advance
    if (!whole && next !== undefined && isLatinEdge(character, next)) pen += LATIN_GAP
  })
  const trail = trailOf(glyphs, font)
  return { at, width: Math.max(0, pen - trail.advance), hang: Math.max(0, hang), trail: trail.ink }
}

const NO_TRAIL = { advance: 0, ink: 0 }

/** A pause at the line end may stand outside, so that it never costs the line its last character. */
const trailOf = (glyphs: readonly Glyph[], font: FontMetrics): { advance: number; ink: number } => {
  const last = glyphs.at(-1)?.character ?? ''
  const ink = font.ink[last]
  if (glyphs.length < 2 || !ink || !HANGING.has(last)) return NO_TRAIL
  return { advance: tightAdvance(ink[1]), ink: ink[1] }
}
