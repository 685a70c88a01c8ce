import { refusal, type Refusal } from '../errors/refusal.ts'
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

/** Pixels of a slot at `dpi`, at least one. */
export const photoPixels = (
  slot: PhotoSlot,
  dpi: number,
): { readonly width: number; readonly height: number } => {
  const pixels = (mm: number): number => Math.max(1, Math.round((mm * dpi) / MM_PER_INCH))
  return { width: pixels(slot.widthMm), height: pixels(slot.heightMm) }
}

/** Whole dpi at which a picture covers its slot; what is cut away does not count. */
export const photoDpi = (
  picture: { readonly width: number; readonly height: number },
  slot: PhotoSlot,
): number => Math.floor(Math.min(picture.width / slot.widthMm, picture.height / slot.heightMm) * MM_PER_INCH)

/** PRT-4: refused below the least dpi of the sheet's size, warned below the dpi that is sharp. */
export const photoFault = (
  dpi: number,
  sharpness: Sharpness,
): { readonly refuse: readonly Refusal[]; readonly warn: readonly Refusal[] } => {
  if (dpi < sharpness.refuse)
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
