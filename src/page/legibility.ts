import type { FontName } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'

/**
 * Millimetres of character height per metre of distance: what we aim at, and the hard floor
 * (docs/facts.md#characters-and-distance).
 */
export const AIM_MM_PER_M = 12
export const FLOOR_MM_PER_M = 7
export const COMFORT_MM_PER_M = 16

/** The pixel font's cell: it is drawn at whole multiples only, and nothing is ever smaller. */
export const CELL = 16
/** From here on full-colour panels use the outline font. */
export const SANS_FROM = 24
/** A line shorter than this is not a line to read. */
export const LEAST_COLUMNS = 4

const pixelsFor = (profile: ScreenProfile, mmPerM: number): number =>
  Math.max(CELL, Math.ceil((mmPerM * profile.distance.typical) / profile.pitchMm - 1e-9))

/** Character height wanted at the screen's distance, in pixels, never under 16. */
export const minPx = (profile: ScreenProfile): number => pixelsFor(profile, AIM_MM_PER_M)
/** Under this nothing may go, whatever does not fit. */
export const floorPx = (profile: ScreenProfile): number => pixelsFor(profile, FLOOR_MM_PER_M)
/** Beyond this bigger characters read no better. */
export const comfortPx = (profile: ScreenProfile): number => pixelsFor(profile, COMFORT_MM_PER_M)

export type Size = { readonly font: FontName; readonly px: number }

/** Mono and dual panels have no shades, so only the pixel font is drawn there. */
const onlyPixel = (profile: ScreenProfile): boolean => profile.colour !== 'full'

/** The nearest size a panel can show that is at least `px`. */
export const sizeAtLeast = (profile: ScreenProfile, px: number): Size => {
  if (onlyPixel(profile)) return { font: 'pixel', px: Math.ceil(px / CELL) * CELL }
  if (px <= CELL) return { font: 'pixel', px: CELL }
  return { font: 'sans', px: Math.max(SANS_FROM, Math.ceil(px)) }
}

/** The largest size a panel can show that is at most `px`; undefined under 16. */
export const sizeAtMost = (profile: ScreenProfile, px: number): Size | undefined => {
  if (px < CELL) return undefined
  if (onlyPixel(profile)) return { font: 'pixel', px: Math.floor(px / CELL) * CELL }
  return px < SANS_FROM ? { font: 'pixel', px: CELL } : { font: 'sans', px: Math.floor(px) }
}

/** A wanted size on a panel that only knows whole cells: the nearest one. */
export const nearestPx = (profile: ScreenProfile, px: number): number =>
  onlyPixel(profile) ? Math.max(1, Math.round(px / CELL)) * CELL : px

/**
 * Sizes to try for a text, largest first: from `wanted` down to `least`, both brought to what the panel can show.
 * Steps of about 3 % keep the search short.
 */
export const ladder = (profile: ScreenProfile, wanted: number, least: number): readonly Size[] => {
  const bottom = sizeAtLeast(profile, least)
  const sizes: Size[] = []
  let size = sizeAtMost(profile, Math.max(wanted, bottom.px)) ?? bottom
  while (size.px > bottom.px) {
    sizes.push(size)
    const smaller = size.font === 'pixel' ? size.px - CELL : Math.min(size.px - 1, Math.round(size.px * 0.97))
    size = sizeAtMost(profile, Math.max(smaller, bottom.px)) ?? bottom
  }
  return [...sizes, bottom]
}

/**
 * PAGE-1: the least size of the message on this panel. 12 mm a metre where four characters fit across and one line
 * fits down; else the largest that does, but not under 7 mm a metre; undefined when even that is too large.
 */
export const leastMessagePx = (profile: ScreenProfile, width: number, height: number): number | undefined => {
  const room = sizeAtMost(profile, Math.min(Math.floor(width / LEAST_COLUMNS), height))
  if (!room) return undefined
  const aim = sizeAtLeast(profile, minPx(profile))
  if (aim.px <= room.px) return aim.px
  return room.px >= floorPx(profile) ? room.px : undefined
}
