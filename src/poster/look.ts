import { isScreenDrawing } from './screen-drawing.ts'

/** What a picture is, by its pixels (TPL-9): a photo, a drawing on white, or one made for dark screens. */
export const LOOKS = ['photo', 'drawing', 'screen-drawing'] as const
export type Look = (typeof LOOKS)[number]

/** What of a picture is set: a photo whole, a drawing without the margin around it; pixels of the original. */
export type SeenPicture = {
  readonly look: Look
  readonly width: number
  readonly height: number
  /** It comes to paper in lines and areas, as sharp at any size (TPL-27). */
  readonly vector?: true
}

const WHITE = 244
/** Shares of all pixels: bare paper, something drawn on it, and both together with few other colours. */
const GROUND = 0.4
const DRAWN = 0.004
const FLAT = 0.92
const FLAT_COLOURS = 12
/** Of the pixels along the edge. */
const EDGE = 0.9

const isWhite = (rgb: Uint8Array, at: number): boolean =>
  (rgb[at] ?? 0) >= WHITE && (rgb[at + 1] ?? 0) >= WHITE && (rgb[at + 2] ?? 0) >= WHITE

const edgeOf = (width: number, height: number): readonly number[] => [
  ...Array.from({ length: width }, (_, x) => [x, x + (height - 1) * width]).flat(),
  ...Array.from({ length: height }, (_, y) => [y * width, y * width + width - 1]).flat(),
]

/** Few flat colours on white, and white all around: lines, a chart, a scan. A photo has shades everywhere. */
const isDrawing = (rgb: Uint8Array, width: number, height: number): boolean => {
  const edge = edgeOf(width, height)
  if (edge.filter((n) => isWhite(rgb, n * 3)).length < edge.length * EDGE) return false
  const pixels = width * height
  const counts = new Map<number, number>()
  let white = 0
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    if (isWhite(rgb, at)) white++
    const colour = (((rgb[at] ?? 0) >> 4) << 8) | ((rgb[at + 1] ?? 0) & 0xf0) | ((rgb[at + 2] ?? 0) >> 4)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const flat = [...counts.values()].sort((a, b) => b - a).slice(0, FLAT_COLOURS)
  const share = flat.reduce((sum, count) => sum + count, 0) / pixels
  return white >= pixels * GROUND && pixels - white >= pixels * DRAWN && share >= FLAT
}

/** @param rgb three bytes a pixel, small enough to be read whole */
export const lookOf = (rgb: Uint8Array, width: number, height: number): Look =>
  isScreenDrawing(rgb) ? 'screen-drawing' : isDrawing(rgb, width, height) ? 'drawing' : 'photo'

/** Colours on white in inks, four bytes a pixel: what is grey is black ink alone, and no more than three of the four meet. */
export const inInks = (rgb: Uint8Array): Uint8Array => {
  const pixels = Math.floor(rgb.length / 3)
  const inks = new Uint8Array(pixels * 4)
  for (let n = 0; n < pixels; n++) {
    const [c, m, y] = [0, 1, 2].map((i) => 255 - (rgb[n * 3 + i] ?? 0)) as [number, number, number]
    const black = Math.min(c, m, y)
    // Compression leaves a grey a little coloured.
    const grey = Math.max(c, m, y) - black <= GREYISH
    inks.set(grey ? [0, 0, 0, Math.round((c + m + y) / 3)] : [c - black, m - black, y - black, black], n * 4)
  }
  return inks
}
const GREYISH = 12
