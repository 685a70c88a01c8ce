import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { pngOf } from '../../../scripts/posters/press.ts'
import { lightened, type Outlines } from '../../../src/adapters/typst/svg.ts'
import { differenceBetween } from '../compare.ts'
import { press, SHEETS } from './sheets.ts'

const WIDTH = 500
const outlines: Outlines = new Map()

const painted = async (svg: string): Promise<Canvas> => {
  const image = await loadImage(pngOf(svg, WIDTH))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

describe('TYP-10 a preview is the engine’s drawing, made light', () => {
  const longest = SHEETS.filter(({ name }) => name.endsWith('-longest'))
  it.each(longest.map(({ name, schema, data }) => [name, schema.id, data] as const))(
    'TYP-10 %s: the same picture, no element for each character, under two thirds of the bytes',
    async (_, template, data) => {
      const svg = press.svg(template, data)
      const light = lightened(svg, outlines)
      expect(light).not.toContain('<use')
      // Modules of a QR code cannot be made lighter, and the set carries two codes.
      expect(light.length / svg.length).toBeLessThan(template === 'wall-set' ? 0.78 : 0.67)
      // Edges may be a shade lighter or darker.
      expect(differenceBetween(await painted(svg), await painted(light))).toBeLessThan(0.004)
    },
  )
})
