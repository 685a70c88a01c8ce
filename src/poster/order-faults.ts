import { isRefusal } from '../errors/is-refusal.ts'
import { refusal, type Refusal } from '../errors/refusal.ts'
import type { Instant } from '../model/ids.ts'
import { civilOf, DAY_MS, TOWN_ZONE } from '../time/index.ts'
import { phoneOrigin } from './address.ts'
import type { Letters } from './clauses.ts'
import { checkContact } from './contact.ts'
import { fitsTemplate } from './fits.ts'
import type { SeenPicture } from './look.ts'
import {
  cutFaults,
  isSetWhole,
  isTooCoarse,
  photoDpi,
  photoFault,
  sharpnessFor,
  type Sharpness,
} from './photo.ts'
import type { HotlineFacts, PrintChoice, PrintSource } from './sheet.ts'
import type { PhotoSlot, TemplateSchema, TemplateSize } from './template.ts'
import { enlargementOf, fitsA4 } from './tilings.ts'

/** What was chosen and the records it is made of; the CMS's PrintOrder is one. */
export type Order = { readonly choice: PrintChoice; readonly source: PrintSource }

export type OrderFaults = { readonly refuse: readonly Refusal[]; readonly warn: readonly Refusal[] }

/** A number nobody confirmed for longer is told to who must confirm it. */
export const HOTLINE_FRESH_DAYS = 180
/** Longest side of a page that PDF readers open: 14,400 points. */
export const PDF_LIMIT_MM = 5_080
/** 3 mm each side, and room for crop marks beyond. */
export const BLEED_MM = 3
export const MARKS_MM = 7

/** `2026年11月23日` in the town. */
export const chineseDate = (instant: Instant): string => {
  const [year, month, day] = civilOf(instant, TOWN_ZONE).date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const standing = ({ choice, source }: Order, now: Instant): readonly Refusal[] => {
  if (choice.release !== source.release || source.releasedAt > now)
    return [refusal('PRINT_NOT_RELEASED', { field: 'release' })]
  if (source.withdrawnAt !== null && source.withdrawnAt <= now)
    return [refusal('PRINT_WITHDRAWN', { field: 'release', got: chineseDate(source.withdrawnAt) })]
  if (source.validUntil !== null && source.validUntil <= now)
    return [refusal('PRINT_EXPIRED', { field: 'release', got: chineseDate(source.validUntil) })]
  return []
}

/** The chosen size, if it is there and leaves the house that way; tiles are an office's. */
export const sizeOf = (choice: PrintChoice, schema: TemplateSchema): TemplateSize | undefined =>
  schema.sizes.find(
    ({ id, ways }) =>
      id === choice.size &&
      ways.includes(choice.way) &&
      (choice.tiling === 'none' || choice.way === 'office'),
  )

const sizeFaults = (choice: PrintChoice, schema: TemplateSchema): readonly Refusal[] => {
  const size = sizeOf(choice, schema)
  if (!size)
    return [
      refusal('PRINT_SIZE_UNKNOWN', { field: 'size', got: `${choice.size}/${choice.way}/${choice.tiling}` }),
    ]
  if (choice.tiling !== 'none' && fitsA4(size)) return [refusal('PRINT_TILES_NEEDLESS', { field: 'tiling' })]
  const around = choice.way === 'shop' ? 2 * (BLEED_MM + MARKS_MM) : 0
  const longest = Math.max(size.widthMm, size.heightMm) * size.scale + around
  return longest > PDF_LIMIT_MM
    ? [refusal('PRINT_PAGE_TOO_LARGE', { field: 'size', limit: PDF_LIMIT_MM, got: Math.round(longest) })]
    : []
}

/** A day to come, a slip of the year, confirms nothing. */
const isFresh = (verifiedAt: Instant, now: Instant): boolean =>
  now - verifiedAt <= HOTLINE_FRESH_DAYS * DAY_MS && verifiedAt <= now + DAY_MS

const hotlineWarnings = (
  { number, verifiedAt, confirmBy }: HotlineFacts,
  now: Instant,
): readonly Refusal[] =>
  isFresh(verifiedAt, now)
    ? []
    : [
        refusal('PRINT_HOTLINE_STALE', {
          field: 'hotline',
          got: number,
          limit: HOTLINE_FRESH_DAYS,
          hint: confirmBy,
        }),
      ]

type Photo = {
  readonly dpi: number
  readonly sharpness: Sharpness
  readonly seen: SeenPicture
  readonly slot: PhotoSlot
}

/** null: no photo, or no place for one. */
const photoOf = (
  { choice, source }: Order,
  schema: TemplateSchema,
  seen: SeenPicture | null,
): Photo | null => {
  const size = sizeOf(choice, schema)
  const slot = schema.photo?.[choice.size]
  const { photo } = source.words
  if (!size || !slot || !photo) return null
  // A poster that fills its sheets is a larger one, with the same photo (PRT-4).
  const times = enlargementOf(size, choice.tiling)
  const paper = { widthMm: size.widthMm * times, heightMm: size.heightMm * times }
  const picture = seen ?? { look: 'photo', width: photo.width, height: photo.height }
  const dpi = Math.floor(photoDpi(picture, slot, isSetWhole(picture, slot)) / times)
  return { dpi, sharpness: sharpnessFor(picture.look, paper), seen: picture, slot }
}

/** Whether the sheet goes without its photo for want of pixels (PRT-4). */
export const leavesPhotoOut = (order: Order, schema: TemplateSchema, seen: SeenPicture | null): boolean => {
  const photo = photoOf(order, schema, seen)
  return photo !== null && isTooCoarse(photo.dpi, photo.sharpness)
}

const photoWarnings = (
  order: Order,
  schema: TemplateSchema,
  given: SeenPicture | null,
): readonly Refusal[] => {
  const photo = photoOf(order, schema, given)
  if (photo) {
    const { dpi, sharpness, seen, slot } = photo
    const { refuse, warn } = photoFault(dpi, sharpness)
    // A sheet whose photo is refused is printed without it.
    return refuse.length > 0 ? refuse : [...warn, ...cutFaults(seen, slot)]
  }
  return order.source.words.photo && sizeOf(order.choice, schema)
    ? [refusal('PRINT_PHOTO_NO_PLACE', { field: 'photo' })]
    : []
}

const qrWarnings = (publicUrl: string | null, schema: TemplateSchema): readonly Refusal[] => {
  if (!schema.required.includes('qr')) return []
  const phone = phoneOrigin(publicUrl)
  if (!phone) return [refusal('PRINT_NO_QR', { field: 'qr' })]
  return phone.lan ? [refusal('PRINT_QR_LAN', { field: 'qr', got: phone.origin })] : []
}

const contactFaults = ({ contact }: PrintChoice): readonly Refusal[] => {
  const checked = contact && checkContact(contact)
  return checked && isRefusal(checked) ? [checked] : []
}

/**
 * All that speaks against printing this now, and what is told beside the sheet (PRT-6).
 * @param schemas the other templates, to suggest from when a text is too long
 * @param seen what the photo is by its pixels; null counts it as a photo
 */
export const orderFaults = (
  order: Order,
  schema: TemplateSchema,
  now: Instant,
  letters: Letters,
  schemas: readonly TemplateSchema[] = [],
  seen: SeenPicture | null = null,
): OrderFaults => {
  const { choice, source } = order
  const elsewhere = choice.unit === source.unit.id ? [] : [refusal('PRINT_OTHER_UNIT', { field: 'unit' })]
  return {
    refuse: [
      ...standing(order, now),
      ...elsewhere,
      ...sizeFaults(choice, schema),
      ...contactFaults(choice),
      ...fitsTemplate(schema, source.words, letters, schemas),
    ],
    warn: [
      ...hotlineWarnings(source.hotline, now),
      ...photoWarnings(order, schema, seen),
      ...qrWarnings(source.publicUrl, schema),
    ],
  }
}
