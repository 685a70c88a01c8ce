import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pngOf } from '../../../scripts/posters/press.ts'
import { LENGTHS } from '../../../scripts/posters/texts.ts'
import { differenceBetween } from '../compare.ts'
import { press, SCHEMAS, SHEETS, type Sheet } from './sheets.ts'

const WIDTH = 150
/** Three lengths of one kind side by side in one stored picture. */
const BETWEEN = 6
const RENEW = process.env['RENEW_LOOKS'] === '1'
const EXPECTED = fileURLToPath(new URL('./expected/', import.meta.url))

/** Pages of a set or brochure are under one another, and narrower. */
const pictureOf = async (sheets: readonly Sheet[]): Promise<Canvas> => {
  const images = await Promise.all(
    sheets.map(({ schema, data }) =>
      loadImage(
        pngOf(press.svg(schema.id, data), data.sheet.width > 3 * data.sheet.height ? 3 * WIDTH : WIDTH),
      ),
    ),
  )
  const across = images.reduce((sum, { width }) => sum + width + BETWEEN, -BETWEEN)
  const canvas = createCanvas(across, Math.max(...images.map(({ height }) => height)))
  const context = canvas.getContext('2d')
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, canvas.width, canvas.height)
  let x = 0
  for (const image of images) {
    context.drawImage(image, x, 0)
    x += image.width + BETWEEN
  }
  return canvas
}

const small = (canvas: Canvas): Promise<Buffer> =>
  sharp(canvas.toBuffer('image/png')).png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer()

const painted = async (png: Buffer): Promise<Canvas> => {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

const PICTURES = SCHEMAS.flatMap((schema) => schema.kinds.map((kind) => [schema.id, kind] as const))

describe('TPL-2 sheets look as somebody looked at them', () => {
  it.each(PICTURES)('TPL-2 %s with a %s: shortest, typical, longest', async (id, kind) => {
    const sheets = LENGTHS.flatMap((length) =>
      SHEETS.filter(({ name }) => name === `${id}-${kind}-${length}`),
    )
    const seen = await small(await pictureOf(sheets))
    const file = `${EXPECTED}${id}-${kind}.png`
    if (RENEW) {
      mkdirSync(EXPECTED, { recursive: true })
      writeFileSync(file, seen)
    }
    expect(existsSync(file)).toBe(true)
    expect(differenceBetween(await painted(readFileSync(file)), await painted(seen))).toBeLessThan(0.01)
  })
})
