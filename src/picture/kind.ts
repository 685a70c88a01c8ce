const starts = (bytes: Uint8Array, head: readonly number[], from = 0): boolean =>
  head.every((byte, i) => bytes[from + i] === byte)

/** Its first bytes, a character each. */
const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 512))

/** What is decoded here. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** Known by name, and not decoded here. */
const OTHERS: readonly (readonly [name: string, head: RegExp])[] = [
  ['GIF', /^GIF8/],
  ['HEIC', /^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s],
  ['AVIF', /^.{4}ftypavi[fs]/s],
  ['BMP', /^BM.{12}/s],
  ['TIFF', /^(?:II\*\0|MM\0\*)/],
  ['PDF', /^%PDF-/],
  ['SVG', /<svg|<\?xml|<!DOCTYPE/i],
]

/** Bytes that some programs leave between the start of a JPEG and its first marker. */
const MOST_BEFORE_MARKER = 64

const isJpeg = (bytes: Uint8Array): boolean => {
  if (!starts(bytes, [0xff, 0xd8])) return false
  const marker = bytes.subarray(2, 2 + MOST_BEFORE_MARKER).indexOf(0xff)
  return marker === 0 || (marker > 0 && (bytes[marker + 3] ?? 0) >= 0xc0)
}

/**
 * Judges by content, never by name: a text file called .jpg is a text file. A type that is decoded here, the name of
 * another (`GIF`, `HEIC`…), or null.
 */
export const kindOfBytes = (bytes: Uint8Array): PictureType | { readonly other: string } | null => {
  if (isJpeg(bytes)) return 'image/jpeg'
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'image/png'
  const head = headOf(bytes)
  if (/^RIFF.{4}WEBP/s.test(head)) return 'image/webp'
  const [other] = OTHERS.find(([, pattern]) => pattern.test(head)) ?? []
  return other === undefined ? null : { other }
}
