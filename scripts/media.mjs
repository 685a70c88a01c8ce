/**
 * Draws media/pictures, the pictures of the demo town and of the starter library: `node scripts/media.mjs`. Everything
 * is drawn here; nothing is copied. Beside each picture lies the same drawing for paper, in lines and areas.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { DRAWINGS } from './media/drawings.mjs'
import { METHODS } from './media/methods.mjs'
import { HEIGHT, penOn, WIDTH } from './media/pen.mjs'
import { openPaper } from './media/vectors.mjs'

const OUT = new URL('../media/pictures/', import.meta.url)
mkdirSync(OUT, { recursive: true })

const drawPicture = async (draw) => {
  const canvas = createCanvas(WIDTH, HEIGHT)
  draw(penOn(canvas.getContext('2d')))
  return sharp(canvas.toBuffer('image/png'))
    .removeAlpha()
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer()
}

const pixelsOf = async (png) => {
  const { data } = await sharp(png)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data
}

/** What of the picture is not its black ground. */
const drawnBox = (pixels) => {
  let [left, top, right, bottom] = [WIDTH, HEIGHT, 0, 0]
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const at = (y * WIDTH + x) * 3
      if (pixels[at] + pixels[at + 1] + pixels[at + 2] === 0) continue
      ;[left, top] = [Math.min(left, x), Math.min(top, y)]
      ;[right, bottom] = [Math.max(right, x), Math.max(bottom, y)]
    }
  return { left, top, width: right + 1 - left, height: bottom + 1 - top }
}

const INDEX = new URL('pixels.json', OUT)
/** Pictures that towns took from an earlier library lead to the same drawings. */
const names = existsSync(INDEX) ? JSON.parse(readFileSync(INDEX, 'utf8')) : {}

for (const [name, draw] of Object.entries({ ...DRAWINGS, ...METHODS })) {
  const png = await drawPicture(draw)
  const pixels = await pixelsOf(png)
  const paper = openPaper()
  draw(penOn(paper.context))
  const svg = paper.svg(drawnBox(pixels))
  const sides = `${WIDTH}x${HEIGHT}x3\n`
  names[createHash('sha256').update(sides).update(pixels).digest('hex')] = name
  writeFileSync(new URL(`${name}.png`, OUT), png)
  writeFileSync(new URL(`${name}.svg`, OUT), svg)
  console.log(`${name}.png ${png.length} bytes, ${name}.svg ${svg.length} bytes`)
}
writeFileSync(INDEX, `${JSON.stringify(names, null, 2)}\n`)
