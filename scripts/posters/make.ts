/** Sample and thumbnail of every template, and the contact sheet for docs: made from the starter library's own words. */
import { GlobalFonts } from '@napi-rs/canvas'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { SheetData } from '../../src/poster/sheet.ts'
import { contactSheet, GROUND, type Shown } from './contact-sheet.ts'
import { MEDIA, openPress, pngOf, POSTERS, TEMPLATES } from './press.ts'
import { sampleOf, schemaOf, type Setting } from './texts.ts'

const THUMB_WIDTH = 320
const press = openPress()
GlobalFonts.registerFromPath(`${MEDIA}fonts/sans-base.ttf`, 'ss-sans')

/** The pages of a document as pictures, cut to the paper. */
const pagesOf = async (template: string, data: SheetData, width: number): Promise<readonly Buffer[]> => {
  const { pages } = schemaOf(template)
  const png = pngOf(press.svg(template, { ...data, sheet: { ...data.sheet, marks: false } }), width)
  const { width: across = 1, height = 1 } = await sharp(png).metadata()
  const tall = height / pages
  const bleed = (across * data.sheet.bleed) / (data.sheet.width * data.sheet.scale + 2 * data.sheet.bleed)
  const cut = { width: Math.floor(across - 2 * bleed), height: Math.floor(tall - 2 * bleed) }
  return Promise.all(
    Array.from({ length: pages }, (_, i) =>
      sharp(png)
        .extract({ left: Math.round(bleed), top: Math.round(i * tall + bleed), ...cut })
        .toBuffer(),
    ),
  )
}

for (const template of TEMPLATES) {
  const schema = schemaOf(template)
  const sample = sampleOf(schema, schema.kinds[0] ?? 'case', 'typical')
  writeFileSync(`${POSTERS}/${template}/sample.json`, `${JSON.stringify(sample, null, 2)}\n`)
  const [page] = await pagesOf(template, sample, THUMB_WIDTH * 2)
  const thumb = await sharp(page)
    .resize({ width: THUMB_WIDTH })
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer()
  writeFileSync(`${POSTERS}/${template}/thumb.png`, thumb)
  console.log(`${template} thumb.png ${thumb.length} bytes`)
}

const BETWEEN = 12

/** All pages of a document beside each other, as they hang. */
const beside = async (pages: readonly Buffer[]): Promise<Buffer> => {
  const { width = 1, height = 1 } = await sharp(pages[0]).metadata()
  return sharp({
    create: { width: pages.length * (width + BETWEEN) - BETWEEN, height, channels: 3, background: GROUND },
  })
    .composite(pages.map((input, i) => ({ input, left: i * (width + BETWEEN), top: 0 })))
    .png()
    .toBuffer()
}

const shown = async (template: string, kind: string, width: number, set: Setting = {}): Promise<Shown> => {
  const schema = schemaOf(template)
  const data = sampleOf(schema, kind, 'typical', set)
  const pages = await pagesOf(template, data, Math.ceil((width * 1.5) / schema.pages))
  const { width: across, height } = data.sheet
  const caption = `${schema.name_zh.replace(/（.*/, '')} ${across / 10}×${height / 10} cm`
  return { caption, width, png: await beside(pages) }
}

const sheet = await contactSheet([
  await Promise.all([
    shown('case-a3', 'case', 460),
    shown('technique-a3', 'technique', 460, { contact: true }),
    shown('case-a3', 'case', 460, { photo: false, way: 'shop' }),
    shown('rollup', 'slogan', 289),
  ]),
  await Promise.all([
    shown('notice-a4', 'case', 330, { contact: true }),
    shown('largeprint-a4', 'technique', 330, { contact: true }),
    shown('counter', 'case', 330),
    shown('slip', 'technique', 640),
  ]),
  await Promise.all([shown('wall-set', 'technique', 1100), shown('chart', 'case', 600)]),
  await Promise.all([
    shown('trifold', 'technique', 1300),
    shown('strip', 'slogan', 160),
    shown('rollup', 'case', 200),
  ]),
  [await shown('banner', 'slogan', 1736)],
])
writeFileSync(fileURLToPath(new URL('../../docs/pictures/posters.png', import.meta.url)), sheet)
console.log(`docs/pictures/posters.png ${sheet.length} bytes`)
