import { Resvg } from '@resvg/resvg-js'
import { encodeQR } from 'qr'
import { decodeQR } from 'qr/decode.js'
import { refuse } from '../../errors/refusal.ts'
import { allowedAddress } from '../../poster/index.ts'

/** Quiet zone in modules, and what a quarter of damage leaves readable (docs/facts.md#paper). */
const QUIET = 4
const READ_DPI = 100
/** Part of the placed square that the library leaves for the code with its quiet zone. */
const INNER = 0.89
/** A code of more modules than 33 a small square cannot show at 100 dpi: a long address is coded at M instead of Q. */
const WIDEST = 33 + 2 * QUIET
/** No camera meets the pixel grid exactly: a hundredth more or less is the same reading. */
const NEAR = [0, 1, -1]

const drawn = (words: string, ecc: 'quartile' | 'medium'): string =>
  encodeQR(words, 'svg', { ecc, border: QUIET })
const widthOf = (svg: string): number => Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])

/** The code as a drawing: black squares on nothing, quiet zone included. */
export const qrSvg = (words: string): Uint8Array => {
  const strong = drawn(words, 'quartile')
  return new TextEncoder().encode(widthOf(strong) > WIDEST ? drawn(words, 'medium') : strong)
}

const pixelsOf = (svg: Uint8Array, width: number) => {
  const image = new Resvg(Buffer.from(svg).toString('utf8'), {
    background: '#FFFFFF',
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  }).render()
  return { width: image.width, height: image.height, data: new Uint8Array(image.pixels) }
}

const readAt = (svg: Uint8Array, width: number): string | null => {
  try {
    return decodeQR(pixelsOf(svg, Math.max(1, width)))
  } catch {
    return null
  }
}

const readBack = (svg: Uint8Array, sideMm: number, words: string): boolean => {
  const width = Math.round((sideMm * INNER * READ_DPI) / 25.4)
  return NEAR.some((more) => readAt(svg, width + more) === words)
}

/**
 * Reads the code from its own square as 100 dpi show it (PRT-12): PRINT_QR_UNREADABLE unless it says the words beside
 * it and they lead to a page of this town.
 * @param sideMm of the placed square, at true size
 */
export const checkQr = (svg: Uint8Array, words: string, sideMm: number, publicUrl: string | null): void => {
  if (!readBack(svg, sideMm, words) || !allowedAddress(words, publicUrl))
    refuse('PRINT_QR_UNREADABLE', { field: 'qr', got: words })
}
