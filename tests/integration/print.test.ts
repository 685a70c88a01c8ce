import { createCanvas } from '@napi-rs/canvas'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib'
import { decodeQR } from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TilePlan } from '../../src/poster/index.ts'
import {
  caseOrder,
  difference,
  openPdf,
  openPrinting,
  PUBLIC_URL,
  render,
  shortCase,
  textOf,
  uploadPhoto,
  type Printing,
} from './printing.ts'

let engine: Printing

beforeAll(() => {
  engine = openPrinting()
})
afterAll(() => engine.close())

const MM = 25.4

const contentsOf = async (document: PDFDocument): Promise<string> =>
  document
    .getPages()
    .map(({ node }) => node.Contents())
    .map((stream) =>
      stream instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        : '',
    )
    .join('\n')

describe('office', () => {
  it('PRT-14 an office sheet is PDF/A-2b at its exact size, fonts embedded as subsets', async () => {
    const { bytes, name, type, warnings } = await engine.print.pdf(caseOrder(), 'clerk')
    expect({ name, type, warnings }).toEqual({
      name: '高息返利是鱼饵-A3案例海报-下溪村.pdf',
      type: 'application/pdf',
      warnings: [],
    })
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const { width, height } = document.getPage(0).getSize()
    expect([width, height].map((pt) => (pt / 72) * MM)).toEqual([
      expect.closeTo(297, 1),
      expect.closeTo(420, 1),
    ])
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toMatch(/pdfaid:part>2</)
    expect(text).toMatch(/pdfaid:conformance>B</)
    const pdf = await openPdf(bytes)
    await pdf.getPage(1).then((page) => page.getOperatorList())
    const fonts = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .filter((object) => object.includes('/BaseFont'))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/)
    expect(text).toContain('/FontFile')
  })

  it('PRT-14 an office sheet is tagged, in Chinese, and tells who cannot see what its pictures show', async () => {
    const photo = { ...(await uploadPhoto(engine)), alt: '老人在门店前看告示' }
    const order = caseOrder({}, { words: shortCase({ photo }) })
    const pdf = await openPdf((await engine.print.pdf(order, 'clerk')).bytes)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { info } = (await pdf.getMetadata()) as { info: { Language?: string; Title?: string } }
    expect([info.Language, info.Title]).toEqual([expect.stringMatching(/^zh/), '高息返利是鱼饵'])
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
    for (const alt of ['老人在门店前看告示', `二维码，内容是 ${PUBLIC_URL}/v/`])
      expect(tree).toContain(`"alt":"${alt}`)
  })

  it('PRT-12 the QR code is read from the sheet at 100 dpi and says the words beside it', async () => {
    const order = caseOrder()
    const { bytes } = await engine.print.pdf(order, 'clerk')
    const code = await engine.print.codeOf(order)
    const canvas = await render(await openPdf(bytes), 1, 100)
    const { width, height } = canvas
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    const words = `${PUBLIC_URL}/v/${code.slice(0, 4)}-${code.slice(4)}`
    expect(decodeQR({ width, height, data })).toBe(words)
    expect(await textOf(await openPdf(bytes), 1)).toContain(words)
  })

  it('PRT-2 without an address phones can open the sheet says why it has no code, and so does the engine', async () => {
    const { bytes, warnings } = await engine.print.pdf(
      caseOrder({}, { publicUrl: 'http://127.0.0.1:3000' }),
      'clerk',
    )
    expect(warnings.map(({ code }) => code)).toEqual(['PRINT_NO_QR'])
    expect(await textOf(await openPdf(bytes), 1)).toContain('未印二维码')
  })

  it('PRT-13 hotline and contact stand whole on the sheet', async () => {
    const contact = { name: '王芳', number: '138 1234 5678' }
    const { bytes } = await engine.print.pdf(caseOrder({ contact }), 'clerk')
    const text = await textOf(await openPdf(bytes), 1)
    for (const number of ['96110', '110', '13812345678']) expect(text).toContain(number)
  })

  it('PRT-4 the photo is cut to its place, and the sheet stays small', async () => {
    const photo = await uploadPhoto(engine, 3_000, 2_400)
    const order = caseOrder({ size: 'a4' }, { words: shortCase({ photo }) })
    const { bytes } = await engine.print.pdf(order, 'clerk')
    expect(bytes.byteLength).toBeLessThan(400 * 1024)
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const images = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .filter((object) => object.includes('/Subtype /Image'))
    expect(images).toHaveLength(1)
  })

  it('PRT-11 equal orders give equal files', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => engine.print.pdf(caseOrder(), 'clerk')))
    expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(other?.bytes ?? []))).toBe(true)
  })

  it('PRT-11 a preview is one page as a drawing', async () => {
    const { bytes, type } = await engine.print.preview(caseOrder(), 'clerk', 1)
    expect(type).toBe('image/svg+xml')
    expect(Buffer.from(bytes).toString('utf8', 0, 200)).toMatch(/^<svg/)
  })
})

describe('tiles', () => {
  const DPI = 60
  const px = (mm: number): number => (mm / MM) * DPI

  /** Glues the sheets as a person would: each over the ones before it, cut at its left and upper line. */
  const glued = async (bytes: Uint8Array, plan: TilePlan) => {
    const pdf = await openPdf(bytes)
    const canvas = createCanvas(Math.round(px(297 * plan.scale)), Math.round(px(420 * plan.scale)))
    for (const [i, { x, y, width, height }] of plan.windows.entries()) {
      const sheet = await render(pdf, i + 1, DPI)
      const from = [px(plan.marginMm), px(plan.marginMm), px(width), px(height)] as const
      canvas.getContext('2d').drawImage(sheet, ...from, px(x), px(y), px(width), px(height))
    }
    return canvas
  }

  /** The windows Typst was really told to show. */
  const planShown = (): TilePlan => {
    const { plan } = engine.jobs.at(-1)?.inputs ?? {}
    const { tiled } = JSON.parse(plan ?? '{}') as { tiled: readonly TilePlan[] }
    return tiled[0] as TilePlan
  }

  it.each([
    ['true-size', 100, 4],
    ['two-sheets', 83, 2],
    ['fill', 120, 4],
  ] as const)(
    'PRT-9 an A3 sheet as A4 tiles, glued together, is the whole: %s',
    async (tiling, least, sheets) => {
      const { bytes, name } = await engine.print.pdf(caseOrder({ tiling }), 'clerk')
      expect(name).toContain('A4拼贴')
      const plan = planShown()
      expect(plan).toMatchObject({ rows: 2, columns: sheets / 2 })
      expect(plan.percent).toBeGreaterThanOrEqual(least)
      const pdf = await openPdf(bytes)
      expect(pdf.numPages).toBe(sheets)
      for (const [i, { label }] of plan.windows.entries()) {
        const text = (await textOf(pdf, i + 1)).replaceAll(' ', '')
        expect(text).toContain(label.slice(0, 6))
        expect(text).toContain('这条线应长')
      }
      const made = await glued(bytes, plan)
      const whole = await openPdf((await engine.print.pdf(caseOrder(), 'clerk')).bytes)
      const poster = await render(whole, 1, DPI * plan.scale)
      const twin = createCanvas(made.width, made.height)
      twin.getContext('2d').drawImage(poster, 0, 0, made.width, made.height)
      // Edges of glyphs fall on other pixels, which is less than half of what one millimetre does.
      const shifted = createCanvas(made.width, made.height)
      shifted.getContext('2d').drawImage(made, px(1), px(1))
      expect(difference(made, twin)).toBeLessThan(difference(shifted, twin) / 2)
      expect(difference(made, twin)).toBeLessThan(3)
    },
  )

  it('PRT-9 QR code and hotlines are whole on one sheet each', async () => {
    const pdf = await openPdf((await engine.print.pdf(caseOrder({ tiling: 'fill' }), 'clerk')).bytes)
    const read: (string | undefined)[] = []
    for (const page of [1, 2, 3, 4]) {
      const { width, height, ...canvas } = await render(pdf, page, 100).then((c) => ({
        width: c.width,
        height: c.height,
        data: c.getContext('2d').getImageData(0, 0, c.width, c.height).data,
      }))
      try {
        read.push(decodeQR({ width, height, data: canvas.data }))
      } catch {
        // No code on this sheet.
      }
    }
    expect(read).toEqual([expect.stringContaining(`${PUBLIC_URL}/v/`)])
  })
})

describe('press', () => {
  it('PRT-14 a press file has TrimBox and BleedBox round the cut, and black is black ink alone', async () => {
    const { bytes, name } = await engine.print.pdf(caseOrder({ way: 'shop' }), 'clerk')
    expect(name).toContain('打印店')
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const page = document.getPage(0)
    const mm = ({ width, height }: { width: number; height: number }) =>
      [width, height].map((pt) => Math.round((pt / 72) * MM * 10) / 10)
    expect(mm(page.getTrimBox())).toEqual([297, 420])
    expect(mm(page.getBleedBox())).toEqual([303, 426])
    const [media, trim] = [page.getMediaBox(), page.getTrimBox()]
    expect(trim.x).toBeCloseTo((media.width - trim.width) / 2, 3)
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/FontFile/)
    const inks = engine.jobs.at(-1)
    expect(JSON.parse(inks?.inputs['sheet'] ?? '{}')).toMatchObject({ sheet: { palette: 'cmyk', bleed: 3 } })
    // Its RGB twin went through the gate before.
    expect(engine.jobs.at(-2)).toMatchObject({ pdf: 'a-2b' })
    const content = await contentsOf(document)
    expect(content).toMatch(/\b0 0 0 1 (?:k|scn)\b/)
    expect(content).not.toMatch(/\brg\b/)
  })

  it('PRT-14 the photo is cut in the four inks too: no screen colour is left for the press to guess', async () => {
    const photo = await uploadPhoto(engine)
    const order = caseOrder({ way: 'shop', size: 'a4' }, { words: shortCase({ photo }) })
    const { bytes } = await engine.print.pdf(order, 'clerk')
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object.toString())
    const pictures = objects.filter((object) => object.includes('/Subtype /Image'))
    expect(pictures).toEqual([expect.stringContaining('/ColorSpace /DeviceCMYK')])
    for (const object of objects) expect(object).not.toMatch(/DeviceRGB|ICCBased|CalRGB/)
    // The gate before it saw the same photo as an office printer gets it.
    expect(engine.jobs.at(-2)?.files.find(({ path }) => path.startsWith('job/photo'))).toBeDefined()
    expect(await contentsOf(document)).not.toMatch(/\brg\b/)
  })

  it('PRT-6 a banner of 6 metres is printed at a tenth, as a page a PDF may have', async () => {
    const banner = (await engine.print.templates()).find(({ sizes }) =>
      sizes.some(({ scale }) => scale === 0.1),
    )
    expect(banner?.sizes.find(({ scale }) => scale === 0.1)).toMatchObject({ widthMm: 6_000, heightMm: 700 })
  })
})
