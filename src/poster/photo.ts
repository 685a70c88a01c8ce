import { refusal, type Refusal } from '../errors/refusal.ts'
import type { Look, SeenPicture } from './look.ts'
import type { PhotoSlot, TemplateSize } from './template.ts'

const MM_PER_INCH = 25.4

/** How sharp a photo is made, from when on it is told to be soft, and from when on refused (dpi). */
export type Sharpness = { readonly make: number; readonly warn: number; readonly refuse: number }

type Row = Sharpness & { readonly shortMm: number; readonly longMm: number }

/**
 * By true size of the sheet (docs/facts.md#paper). Above A3 the table's figure is what is asked for and two thirds
 * of it the least, as 100 is of 150.
 */
const TABLE: readonly Row[] = [
  { shortMm: 297, longMm: 420, make: 300, warn: 150, refuse: 100 },
  { shortMm: 600, longMm: 900, make: 150, warn: 150, refuse: 100 },
  { shortMm: 800, longMm: 1200, make: 120, warn: 120, refuse: 80 },
  { shortMm: 1200, longMm: 2000, make: 96, warn: 96, refuse: 64 },
]
const LARGEST: Sharpness = { make: 72, warn: 72, refuse: 48 }

export const sharpnessOf = ({ widthMm, heightMm }: Pick<TemplateSize, 'widthMm' | 'heightMm'>): Sharpness => {
  const short = Math.min(widthMm, heightMm)
  const long = Math.max(widthMm, heightMm)
  const { make, warn, refuse } = TABLE.find((row) => short <= row.shortMm && long <= row.longMm) ?? LARGEST
  return { make, warn, refuse }
}

/** Flat shapes bear half the least dpi: they have edges to blur and no faces. */
export const sharpnessFor = (look: Look, paper: Pick<TemplateSize, 'widthMm' | 'heightMm'>): Sharpness => {
  const { make, warn, refuse } = sharpnessOf(paper)
  return { make, warn, refuse: look === 'photo' ? refuse : Math.floor(refuse / 2) }
}

/** Pixels of a slot at `dpi`, at least one. */
export const photoPixels = (
  slot: PhotoSlot,
  dpi: number,
): { readonly width: number; readonly height: number } => {
  const pixels = (mm: number): number => Math.max(1, Math.round((mm * dpi) / MM_PER_INCH))
  return { width: pixels(slot.widthMm), height: pixels(slot.heightMm) }
}

type Sides = { readonly width: number; readonly height: number }

const ratio = ({ width, height }: Sides): number => width / height

/** A drawing is, and a portrait in a place that is less so: a cut would take its head or its feet. */
export const isSetWhole = ({ look, ...sides }: SeenPicture, slot: PhotoSlot): boolean =>
  look !== 'photo' || (sides.height > sides.width && ratio(sides) < slot.widthMm / slot.heightMm)

/**
 * Whole dpi at which a picture covers its slot, what is cut away not counted, or at which it stands in it whole; of lines
 * and areas there is no end to it (TPL-27).
 */
export const photoDpi = (
  picture: Sides & Pick<SeenPicture, 'vector'>,
  slot: PhotoSlot,
  whole = false,
): number => {
  if (picture.vector) return Infinity
  const sides = [picture.width / slot.widthMm, picture.height / slot.heightMm]
  return Math.floor((whole ? Math.max(...sides) : Math.min(...sides)) * MM_PER_INCH)
}

/** Percent of a picture that a cut to the slot takes away. */
export const percentCut = (picture: Sides, slot: PhotoSlot): number => {
  const times = ratio(picture) / (slot.widthMm / slot.heightMm)
  return Math.round((1 - Math.min(times, 1 / times)) * 100)
}

/** From here on what was the point of a photo may be gone. */
const MUCH_CUT = 35

/**
 * Pixels to ask of the whole picture: so many that what is set of it has `dpi` in its slot, never more than there are.
 * @param picture as it was uploaded; `seen` is what of it is set
 */
export const photoPlan = (picture: Sides, seen: SeenPicture, slot: PhotoSlot, sharpest: number): Sides => {
  const whole = isSetWhole(seen, slot)
  const dpi = Math.max(1, Math.min(photoDpi(seen, slot, whole), sharpest))
  const place = photoPixels(slot, dpi)
  if (!whole) return place
  const times = Math.min(1, place.width / seen.width, place.height / seen.height)
  const [width, height] = [picture.width, picture.height].map((n) => Math.max(1, Math.round(n * times)))
  return { width: width ?? 1, height: height ?? 1 }
}

/** Below the least dpi of its size a sheet goes without the photo. */
export const isTooCoarse = (dpi: number, { refuse }: Sharpness): boolean => dpi < refuse

/** PRT-4: the photo is refused below the least dpi of the sheet's size, warned of below the dpi that is sharp. */
export const photoFault = (
  dpi: number,
  sharpness: Sharpness,
): { readonly refuse: readonly Refusal[]; readonly warn: readonly Refusal[] } => {
  if (isTooCoarse(dpi, sharpness))
    return {
      refuse: [refusal('PRINT_PHOTO_COARSE', { field: 'photo', limit: sharpness.refuse, got: dpi })],
      warn: [],
    }
  if (dpi < sharpness.warn)
    return {
      refuse: [],
      warn: [refusal('PRINT_PHOTO_SOFT', { field: 'photo', limit: sharpness.warn, got: dpi })],
    }
  return { refuse: [], warn: [] }
}

/** PRT-24: what a cut takes of it, where that is much. */
export const cutFaults = (seen: SeenPicture, slot: PhotoSlot): readonly Refusal[] => {
  const got = percentCut(seen, slot)
  return isSetWhole(seen, slot) || got < MUCH_CUT
    ? []
    : [refusal('PRINT_PHOTO_CUT', { field: 'photo', limit: MUCH_CUT, got })]
}
