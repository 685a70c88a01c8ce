import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A channel may differ by this much: edges of glyphs come out a little different on another machine. */
const CHANNEL = 48
const RENEW = process.env['RENEW_LOOKS'] === '1'

const pixelsOf = (canvas: Canvas): Uint8ClampedArray =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data

const stored = async (file: string): Promise<Canvas> => {
  const image = await loadImage(file)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

/**
 * Share of pixels that differ from the stored picture `expected/<name>.png`; 1 when the size differs. The picture as
 * painted is left in the temporary folder for looking at. `RENEW_LOOKS=1` stores it instead.
 */
export const differenceFrom = async (name: string, painted: Canvas): Promise<number> => {
  const file = fileURLToPath(new URL(`./expected/${name}.png`, import.meta.url))
  if (RENEW) writeFileSync(file, painted.toBuffer('image/png'))
  const seen = join(tmpdir(), 'silver-shield-looks')
  mkdirSync(seen, { recursive: true })
  writeFileSync(join(seen, `${name}.png`), painted.toBuffer('image/png'))
  if (!existsSync(file)) return 1
  return differenceBetween(await stored(file), painted)
}

/** Share of pixels that differ; 1 when the sizes do. */
export const differenceBetween = (one: Canvas, other: Canvas): number => {
  if (one.width !== other.width || one.height !== other.height) return 1
  const [a, b] = [pixelsOf(one), pixelsOf(other)]
  let different = 0
  for (let i = 0; i < a.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs((a[i + k] ?? 0) - (b[i + k] ?? 0)) > CHANNEL)) different++
  return different / (a.length / 4)
}

/** Colours of a picture with how often each stands there, `#RRGGBB`. */
export const coloursOf = (canvas: Canvas): ReadonlyMap<string, number> => {
  const data = pixelsOf(canvas)
  const counts = new Map<string, number>()
  for (let i = 0; i < data.length; i += 4) {
    const hex = [0, 1, 2].map((k) => (data[i + k] ?? 0).toString(16).padStart(2, '0')).join('')
    const colour = `#${hex.toUpperCase()}`
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}
