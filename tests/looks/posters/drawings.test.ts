import { Resvg } from '@resvg/resvg-js'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openVectors } from '../../../src/adapters/images/vectors.ts'
import { onPaper, type VectorDrawing } from '../../../src/poster/index.ts'

const FOLDER = 'media/pictures'
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.png'))
  .map((name) => name.replace('.png', ''))
const vectors = openVectors(FOLDER)

const picture = async (name: string) => {
  const { data, info } = await sharp(`${FOLDER}/${name}.png`)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const pixels = createHash('sha256').update(`${width}x${height}x3\n`).update(data).digest('hex')
  return { data, width, height, drawing: vectors(pixels) }
}

/** Three bytes a pixel, at a size that is so many times the picture's. */
const painted = ({ svg, width }: VectorDrawing, times = 1): Promise<Uint8Array> => {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * times },
    background: '#FFFFFF',
  }).render()
  const raw = { width: image.width, height: image.height, channels: 4 } as const
  return sharp(image.pixels, { raw }).removeAlpha().raw().toBuffer()
}

/** Where anything is drawn on the black. */
const drawnBox = (data: Uint8Array, width: number) => {
  let [left, top, right, bottom] = [width, Infinity, 0, 0]
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue
    const pixel = Math.floor(at / 3)
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    ;[left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ]
  }
  return { left, top, width: right + 1 - left, height: bottom + 1 - top }
}

/** The picture in paper's colours, cut to where something is drawn on it. */
const inPixels = async (name: string): Promise<Uint8Array> => {
  const { data, width, height } = await picture(name)
  return sharp(onPaper(data), { raw: { width, height, channels: 3 } })
    .extract(drawnBox(data, width))
    .raw()
    .toBuffer()
}

const BLUR = 90

/** Share of the bytes that are other, by more than an edge that lies a part of a pixel beside the other. */
const differing = (one: Uint8Array, other: Uint8Array): number => {
  if (one.length !== other.length) return 1
  let count = 0
  for (let at = 0; at < one.length; at++) if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > BLUR) count++
  return count / one.length
}

/** Ink, red and paper by their green: what lies between two of them is an edge. */
const isPlain = (green: number | undefined): boolean => green === 26 || green === 49 || green === 255

const edges = (rgb: Uint8Array): number => {
  let count = 0
  for (let at = 1; at < rgb.length; at += 3) if (!isPlain(rgb[at])) count++
  return count
}

describe('TPL-27 the drawings of the product in lines and areas', () => {
  it.each(NAMES)('TPL-27 %s is what its picture shows, to the pixel', async (name) => {
    const { drawing } = await picture(name)
    if (!drawing) throw new Error('its pixels lead to no drawing: node scripts/media.mjs')
    expect(drawing.svg).toBe(readFileSync(`${FOLDER}/${name}.svg`, 'utf8'))
    expect(differing(await painted(drawing), await inPixels(name))).toBeLessThan(0.0005)
  })

  it('TPL-27 however large it is set, its edges are as fine', async () => {
    const { drawing } = await picture('umbrella-hole')
    if (!drawing) throw new Error('its pixels lead to no drawing: node scripts/media.mjs')
    const { width, height } = drawing
    const raw = { width, height, channels: 3 } as const
    const enlarged = sharp(await inPixels('umbrella-hole'), { raw }).resize(width * 3, height * 3)
    const [vector, pixels] = [edges(await painted(drawing, 3)), edges(await enlarged.raw().toBuffer())]
    expect(vector).toBeGreaterThan(0)
    expect(pixels).toBeGreaterThan(vector * 3)
  })
})
