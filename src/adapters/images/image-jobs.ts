/** What a picture is cut for: lamps on black, an office printer, or a press, which wants four inks and not a screen's three colours. */
export type Medium = 'led' | 'paper' | 'press'

/** What the image child is asked, and what it answers; bytes travel by IPC with advanced serialisation. */
export type ImageJob =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'rendition'
      readonly bytes: Uint8Array
      readonly width: number
      readonly height: number
      readonly medium: Medium
    }

export type ImageResult = {
  readonly bytes: Uint8Array
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** A drawing for a press is a page of its own: no other format of a picture holds its inks unmixed. */
export type PaperImage = Omit<ImageResult, 'type'> & {
  readonly type: ImageResult['type'] | 'application/pdf'
}

export const MAX_PIXELS = 50_000_000
export const MAX_BYTES = 40 * 1024 * 1024

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

/** Judges by content, never by name: a text file called .jpg is a text file. */
export const kindOfBytes = (
  bytes: Uint8Array,
): ImageResult['type'] | 'gif' | 'svg' | 'heic' | 'text' | 'unknown' => {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  const text = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.startsWith('GIF8')) return 'gif'
  if (/^.{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/s.test(text)) return 'heic'
  if (/<svg|<\?xml|<!DOCTYPE/i.test(text)) return 'svg'
  // oxlint-disable-next-line no-control-regex
  return /^[^\x00-\x08\x0e-\x1f]*$/.test(text) ? 'text' : 'unknown'
}
