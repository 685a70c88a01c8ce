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

/** The picture in paper's colours, cut to where something is drawn on it. */
const inPixels = async (name: string, { width, height }: VectorDrawing): Promise<Uint8Array> => {
  const { data, ...whole } = await picture(name)
  const raw = { width: whole.width, height: whole.height, channels: 3 } as const
  const { info } = await sharp(data, { raw })
    .trim({ background: '#000000', threshold: 0 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { trimOffsetLeft = 0, trimOffsetTop = 0 } = info
  expect([info.width, info.height]).toEqual([width, height])
  return sharp(onPaper(data), { raw })
    .extract({ left: -trimOffsetLeft, top: -trimOffsetTop, width, height })
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
    expect(differing(await painted(drawing), await inPixels(name, drawing))).toBeLessThan(0.0005)
  })

  it('TPL-27 however large it is set, its edges are as fine', async () => {
    const { drawing } = await picture('umbrella-hole')
    if (!drawing) throw new Error('its pixels lead to no drawing: node scripts/media.mjs')
    const { width, height } = drawing
    const raw = { width, height, channels: 3 } as const
    const enlarged = sharp(await inPixels('umbrella-hole', drawing), { raw }).resize(width * 3, height * 3)
    const [vector, pixels] = [edges(await painted(drawing, 3)), edges(await enlarged.raw().toBuffer())]
    expect(vector).toBeGreaterThan(0)
    expect(pixels).toBeGreaterThan(vector * 3)
  })
})
