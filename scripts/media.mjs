/** Draws media/pictures, the pictures of the demo town and of the starter library: `node scripts/media.mjs`. Everything is drawn here; nothing is copied. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { DRAWINGS } from './media/drawings.mjs'
import { METHODS } from './media/methods.mjs'
import { HEIGHT, penOn, WIDTH } from './media/pen.mjs'

const OUT = new URL('../media/pictures/', import.meta.url)
mkdirSync(OUT, { recursive: true })

for (const [name, draw] of Object.entries({ ...DRAWINGS, ...METHODS })) {
  const canvas = createCanvas(WIDTH, HEIGHT)
  draw(penOn(canvas.getContext('2d')))
  const png = await sharp(canvas.toBuffer('image/png'))
    .removeAlpha()
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer()
  writeFileSync(new URL(`${name}.png`, OUT), png)
  console.log(`${name}.png ${png.length} bytes`)
}
