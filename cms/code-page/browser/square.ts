import { formatCode, parseCode } from '../../../src/poster/check-code.ts'
import { REPORT_CODE_LENGTH } from '../../../src/report/rows.ts'

/**
 * The code a poster's QR square names, or null. Only the code is taken: wherever a square of somebody else points to,
 * nobody is sent there.
 */
export const codeInAddress = (words: string): string | null => {
  const path = /^https?:\/\/[^/]+\/v\/([^/?#]{1,40})$/i.exec(words.trim())?.[1]
  const code = path === undefined ? null : (parseCode(path) ?? parseCode(path, REPORT_CODE_LENGTH))
  return code === null ? null : formatCode(code)
}

/** Longest sides tried: a square fills much of some photos and little of others. */
const SIDES = [800, 1600, 2400]

/** The words of the QR square in a photo, or null. Needs a page. */
export const readQr = async (photo: File): Promise<string | null> => {
  const { decodeQR } = await import('qr/decode.js')
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return null
  try {
    for (const side of SIDES) {
      const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
      const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)]
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d', { willReadFrequently: true })
      pen?.drawImage(bitmap, 0, 0, width, height)
      const words = pen && decoded(decodeQR, pen.getImageData(0, 0, width, height))
      if (words) return words
      if (scale === 1) return null
    }
    return null
  } finally {
    bitmap.close()
  }
}

type Decode = (image: {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}) => string

/** The decoder throws where it finds no square. */
const decoded = (decode: Decode, { width, height, data }: ImageData): string | null => {
  try {
    return decode({ width, height, data })
  } catch {
    return null
  }
}
