import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintOrder } from '../../cms/base/ports.ts'
import { finishPdf } from '../../src/adapters/pdf/finish.ts'
import { findGhostscript, pdfX } from '../../src/adapters/pdf/press.ts'
import { inPressInks } from '../../src/poster/index.ts'
import type { TemplateSchema } from '../../src/poster/template.ts'
import { coloursSet, inkPicturesOf, laidInto, strangeInks } from './inks.ts'
import {
  caseOrder,
  openPdf,
  openPrinting,
  render,
  shortCase,
  SHIPPED,
  uploadDrawing,
  uploadLineDrawing,
  uploadMirrored,
  uploadPhoto,
} from './printing.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program in the place of Ghostscript; `$OUT` is the file it shall write. */
const standIn = (name: string, script: string): string => {
  const file = join(folder, name)
  writeFileSync(
    file,
    `#!/bin/sh\nfor a in "$@"; do case "$a" in -sOutputFile=*) OUT="\${a#-sOutputFile=}";; esac; done\n${script}\n`,
  )
  chmodSync(file, 0o755)
  return file
}

const blank = async (width: number, height: number): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  document.addPage([width, height])
  document.addPage([width, height])
  return document.save()
}

describe('PRT-14 press files', () => {
  it('PRT-14 every page says where it is cut and how far the picture runs on', async () => {
    const mm = 72 / 25.4
    const cut = { width: 210, height: 297, bleed: 3 }
    const { pdf } = await finishPdf(await blank(230 * mm, 317 * mm), { cut })
    const boxed = await PDFDocument.load(pdf)
    for (const page of boxed.getPages()) {
      expect(page.getTrimBox()).toMatchObject({
        x: expect.closeTo(10 * mm, 2),
        width: expect.closeTo(210 * mm, 2),
      })
      expect(page.getBleedBox()).toMatchObject({
        x: expect.closeTo(7 * mm, 2),
        height: expect.closeTo(303 * mm, 2),
      })
    }
  })

  it('PRT-14 Ghostscript is asked for PDF/X-3 in CMYK, safely, and its file is taken', async () => {
    const gs = standIn('gs', `printf '%%PDF-1.4 ' > "$OUT"; for a in "$@"; do echo "$a" >> "$OUT"; done`)
    const made = await pdfX(gs, await blank(100, 100))
    const told = Buffer.from(made ?? []).toString()
    for (const flag of ['-dPDFX', '-dSAFER', '-sColorConversionStrategy=CMYK']) expect(told).toContain(flag)
    expect(findGhostscript(`/nonexistent:${folder}`)).toBe(gs)
    expect(findGhostscript('/nonexistent')).toBeNull()
  })

  it('PRT-14 a Ghostscript that fails, lies or hangs costs nothing but its time', async () => {
    const pdf = await blank(100, 100)
    expect(await pdfX(standIn('fails', 'exit 1'), pdf)).toBeNull()
    expect(await pdfX(standIn('lies', 'echo no > "$OUT"'), pdf)).toBeNull()
    const begun = performance.now()
    expect(await pdfX(standIn('hangs', 'exec sleep 30'), pdf, 300)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(5_000)
    const engine = openPrinting({ gs: join(folder, 'fails') })
    const { bytes } = await engine.print.pdf(caseOrder({ way: 'shop' }), 'clerk')
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    await engine.close()
  })
})

/** Where the family's red stands on a page, in a screen's colours or in inks. */
const reddened = async (pdf: Uint8Array): Promise<readonly boolean[]> => {
  const canvas = await render(await openPdf(pdf), 1, 12)
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const at = (i: number, channel: number): number => data[i * 4 + channel] ?? 0
  return Array.from({ length: data.length / 4 }, (_, i) => at(i, 0) > 150 && at(i, 1) < 110 && at(i, 2) < 110)
}

const PICTURED = readdirSync(SHIPPED)
  .filter((id) => existsSync(join(SHIPPED, id, 'schema.json')))
  .flatMap((id) => {
    const schema = JSON.parse(readFileSync(join(SHIPPED, id, 'schema.json'), 'utf8')) as TemplateSchema
    return Object.keys(schema.photo ?? {})
      .filter((size) => schema.sizes.find((one) => one.id === size)?.ways.includes('shop'))
      .map((size) => [id, size] as const)
  })

describe('PRT-14 a drawing on a press sheet', () => {
  const engine = openPrinting()
  afterAll(() => engine.close())

  it.each(PICTURED)(
    'PRT-14 %s %s: as whole as on its twin, in the inks of the family',
    async (template, size) => {
      for (const name of ['umbrella-hole', 'hook-banknote']) {
        const photo = await uploadMirrored(engine, name)
        const order = caseOrder({ template, size, way: 'shop' }, { words: shortCase({ photo }) })
        const { bytes } = await engine.print.pdf(order, 'clerk')
        const pictures = await inkPicturesOf(bytes)
        expect(pictures.map(({ space }) => space)).toEqual(['/DeviceCMYK'])
        expect([name, strangeInks(pictures[0]?.inks ?? new Uint8Array())]).toEqual([name, []])
        // The twin that passed the gate, in a screen's colours, was looked at (TPL-2).
        const twin = engine.jobs.at(-2)
        if (!twin) throw new Error('no twin')
        const { pdf = new Uint8Array() } = await engine.typst.run(twin, 'clerk')
        const [made, seen] = [await reddened(bytes), await reddened(pdf)]
        const other = made.filter((red, i) => red !== seen[i]).length
        expect(other / seen.filter(Boolean).length).toBeLessThan(0.1)
      }
    },
  )

  it.each(PICTURED)(
    'TPL-27 PRT-14 %s %s: one of the product is lines and areas in the inks of the family, as on its twin',
    async (template, size) => {
      for (const name of ['umbrella-hole', 'hook-banknote']) {
        const photo = await uploadDrawing(engine, name)
        const order = caseOrder({ template, size, way: 'shop' }, { words: shortCase({ photo }) })
        const { bytes, warnings } = await engine.print.pdf(order, 'clerk')
        expect([await inkPicturesOf(bytes), warnings]).toEqual([[], []])
        const drawn = await laidInto(bytes)
        expect(drawn.map(coloursSet).map((set) => set.toSorted())).toEqual([
          [
            ...(name === 'umbrella-hole' ? ['0 0 0 0 K', '0 0 0 0 k'] : ['0 0 0 0 K']),
            '0 0 0 1 K',
            '0.08 0.92 1 0.04 k',
          ],
        ])
        const twin = engine.jobs.at(-2)
        if (!twin) throw new Error('no twin')
        const { pdf = new Uint8Array() } = await engine.typst.run(twin, 'clerk')
        expect(await inkPicturesOf(pdf)).toEqual([])
        const [made, seen] = [await reddened(bytes), await reddened(pdf)]
        const other = made.filter((red, i) => red !== seen[i]).length
        expect(other / seen.filter(Boolean).length).toBeLessThan(0.1)
      }
    },
  )

  it.each(PICTURED)(
    'TPL-9 %s %s: a drawing on white is whole, its black in black ink alone',
    async (template, size) => {
      const photo = await uploadLineDrawing(engine)
      const order = caseOrder({ template, size, way: 'shop' }, { words: shortCase({ photo }) })
      const { bytes } = await engine.print.pdf(order, 'clerk')
      const [drawn, ...more] = await inkPicturesOf(bytes)
      expect(more).toEqual([])
      expect(drawn?.space).toBe('/DeviceCMYK')
      expect((drawn?.width ?? 0) / (drawn?.height ?? 1)).toBeCloseTo(0.5, 1)
      const inks = drawn?.inks ?? new Uint8Array()
      const middle = Math.floor((drawn?.height ?? 0) / 2) * (drawn?.width ?? 0)
      const at = (share: number) => [
        ...inks.subarray((middle + Math.floor((drawn?.width ?? 0) * share)) * 4).subarray(0, 4),
      ]
      expect(at(0.3)).toEqual([0, 0, 0, 255])
      expect(at(0.85)[0]).toBe(0)
    },
  )

  it('PRT-24 a portrait is whole, a panorama told, and what has no place or no room is told', async () => {
    const made = async (width: number, height: number, choice: Partial<PrintOrder['choice']>, words = {}) => {
      const photo = await uploadPhoto(engine, width, height)
      const order = caseOrder({ way: 'shop', ...choice }, { words: shortCase({ photo, ...words }) })
      const { bytes, warnings } = await engine.print.pdf(order, 'clerk')
      const [picture] = await inkPicturesOf(bytes)
      return { ratio: (picture?.width ?? 0) / (picture?.height ?? 1), told: warnings.map(({ code }) => code) }
    }
    const portrait = await made(1_500, 2_000, {})
    expect(portrait.told).toEqual([])
    expect(portrait.ratio).toBeCloseTo(0.75, 2)
    const panorama = await made(4_000, 1_200, {})
    expect(panorama.told).toEqual(['PRINT_PHOTO_CUT'])
    expect(panorama.ratio).toBeCloseTo(1, 2)
    expect((await made(1_600, 1_200, { template: 'notice-a4', size: 'a4' })).told).toEqual([
      'PRINT_PHOTO_NO_PLACE',
    ])
  })

  it('PRT-14 the red of drawings is the red of the press palette', () => {
    const tokens = readFileSync(join(SHIPPED, 'library/tokens.typ'), 'utf8')
    const cmyk = /cmyk: \([^]*?accent: cmyk\(([^)]*)\)/.exec(tokens)?.[1] ?? ''
    const red = cmyk.split(',').map((share) => Math.round((Number.parseFloat(share) * 255) / 100))
    expect([...inPressInks(Uint8Array.of(255, 179, 0))]).toEqual(red)
    expect([...inPressInks(Uint8Array.of(242, 239, 232, 0, 0, 0))]).toEqual([0, 0, 0, 255, 0, 0, 0, 0])
  })
})
