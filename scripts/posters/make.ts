/** Sample and thumbnail of every template, and the contact sheet for docs: made from the starter library's own words. */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { openPress, pngOf, POSTERS, TEMPLATES } from './press.ts'
import { sampleOf, schemaOf } from './texts.ts'

const THUMB_WIDTH = 320

const press = openPress()
for (const template of TEMPLATES) {
  const schema = schemaOf(template)
  const sample = sampleOf(schema, schema.kinds[0] ?? 'case', 'typical')
  writeFileSync(`${POSTERS}/${template}/sample.json`, `${JSON.stringify(sample, null, 2)}\n`)
  const thumb = await sharp(pngOf(press.svg(template, sample), THUMB_WIDTH * 2))
    .resize({ width: THUMB_WIDTH })
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer()
  writeFileSync(`${POSTERS}/${template}/thumb.png`, thumb)
  console.log(`${template} thumb.png ${thumb.length} bytes`)
}
