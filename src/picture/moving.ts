import { chunksBeforePixels } from './png.ts'
import { kindOfBytes } from './kind.ts'

const at = (bytes: Uint8Array, from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4))

const isMovingPng = (bytes: Uint8Array): boolean =>
  chunksBeforePixels(bytes).some(
    ({ type, data }) => type === 'acTL' && data.slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0) > 1,
  )

/** The second frame of a WebP, if it has one. */
const isMovingWebp = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frames = 0
  for (let from = 12; from + 8 <= bytes.length && frames < 2;) {
    if (at(bytes, from) === 'ANMF') frames++
    const length = view.getUint32(from + 4, true)
    from += 8 + length + (length % 2)
  }
  return frames > 1
}

/** Each picture of a GIF begins with how long it stays, in a block that begins 21 F9 04. */
const isMovingGif = (bytes: Uint8Array): boolean => {
  let frames = 0
  for (let from = bytes.indexOf(0x21); from >= 0 && frames < 2; from = bytes.indexOf(0x21, from + 1))
    if (bytes[from + 1] === 0xf9 && bytes[from + 2] === 4 && bytes[from + 7] === 0) frames++
  return frames > 1
}

/** Whether there is more than one picture in it, of which the first is taken (IMG-5). */
export const isMoving = (bytes: Uint8Array): boolean => {
  const kind = kindOfBytes(bytes)
  if (kind === 'image/png') return isMovingPng(bytes)
  if (kind === 'image/webp') return isMovingWebp(bytes)
  return typeof kind === 'object' && kind?.other === 'GIF' && isMovingGif(bytes)
}
