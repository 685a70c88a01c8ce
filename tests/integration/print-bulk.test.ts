import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PDFDocument, PDFName } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintOrder } from '../../cms/base/ports.ts'
import type { UnitId } from '../../src/model/ids.ts'
import { laidInto } from './inks.ts'
import { memoryFiles } from '../fakes/files.ts'
import {
  caseOrder,
  difference,
  openPdf,
  openPrinting,
  refused,
  render,
  SHIPPED,
  shortCase,
  textOf,
  uploadDrawing,
  uploadPhoto,
  type Printing,
} from './printing.ts'

let engine: Printing

beforeAll(() => {
  engine = openPrinting()
})
afterAll(() => engine.close())

const VILLAGES = ['下溪村', '上溪村', '李家村', '石桥村', '下溪村', '柳树村', '东岭村']

const ordersFor = (villages: readonly string[], source: Partial<PrintOrder['source']> = {}) =>
  villages.map((name, i) => {
    const id = `unit-${i}` as UnitId
    return caseOrder({ unit: id, size: 'a4' }, { unit: { id, name }, ...source })
  })

const never = new AbortController().signal

const bound = (orders: readonly PrintOrder[]) =>
  engine.print.bulk(orders, 'pdf', 'clerk', { progress: () => undefined, signal: never })

type Tag = { readonly role: string; readonly alt?: string; readonly children: readonly Tag[] }

/** What a screen reader is told of a page. */
const tagsOf = async (pdf: PDFDocumentProxy, page: number): Promise<readonly Tag[]> => {
  const tree = (await (await pdf.getPage(page)).getStructTree()) as Tag | null
  return tree?.children ?? []
}

/** Roles and alternative texts without the names that tie them to a page. */
const shapeOf = ({ role, alt, children = [] }: Partial<Tag> = {}): object => ({
  role,
  // The address in the square is each village's own.
  alt: alt?.replace(/，.*/, ''),
  children: children.map(shapeOf),
})

describe('PRT-15 one content for many villages', () => {
  it('PRT-15 as a zip: one file each, names of their own, each with its village and its code', async () => {
    const seen: number[] = []
    const orders = ordersFor(VILLAGES)
    const file = await engine.print.bulk(orders, 'zip', 'clerk', {
      progress: (done) => seen.push(done),
      signal: never,
    })
    expect(file).toMatchObject({
      type: 'application/zip',
      name: '高息返利是鱼饵-A4案例海报-7个村.zip',
      warnings: [],
    })
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7])
    const files = Object.entries(unzipSync(file.bytes))
    expect(files.map(([name]) => name)).toEqual([
      ...VILLAGES.slice(0, 4).map((name) => `高息返利是鱼饵-A4案例海报-${name}.pdf`),
      '高息返利是鱼饵-A4案例海报-下溪村-2.pdf',
      ...VILLAGES.slice(5).map((name) => `高息返利是鱼饵-A4案例海报-${name}.pdf`),
    ])
    for (const [i, [, bytes]] of files.entries()) {
      const text = await textOf(await openPdf(bytes), 1)
      const code = await engine.print.codeOf(orders[i] as PrintOrder)
      expect(text).toContain(VILLAGES[i])
      expect(text).toContain(`${code.slice(0, 4)}-${code.slice(4)}`)
    }
  })

  it('PRT-15 a village called like the second of two gets a file of its own', async () => {
    const villages = ['下溪村', '下溪村-2', '下溪村']
    const { bytes } = await engine.print.bulk(ordersFor(villages), 'zip', 'clerk', {
      progress: () => undefined,
      signal: never,
    })
    expect(Object.keys(unzipSync(bytes)).map((name) => name.replace(/^.*海报-/, ''))).toEqual([
      '下溪村.pdf',
      '下溪村-2.pdf',
      '下溪村-3.pdf',
    ])
  })

  it('PRT-15 as one PDF: the pages in order, a bookmark each, the photo once', async () => {
    const photo = await uploadPhoto(engine)
    const orders = ordersFor(VILLAGES, { words: shortCase({ photo }) })
    const { bytes } = await bound(orders)
    const pdf = await openPdf(bytes)
    expect(pdf.numPages).toBe(VILLAGES.length)
    for (const [i, name] of VILLAGES.entries()) expect(await textOf(pdf, i + 1)).toContain(name)
    const marks = (await pdf.getOutline()) as unknown as readonly {
      title: string
      dest: [never, ...unknown[]]
    }[]
    expect(marks.map(({ title }) => title)).toEqual(
      VILLAGES.map((name) => `高息返利是鱼饵-A4案例海报-${name}`),
    )
    expect(await Promise.all(marks.map(({ dest }) => pdf.getPageIndex(dest[0])))).toEqual(
      VILLAGES.map((_, i) => i),
    )
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const photos = document.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object.toString().includes('/Subtype /Image'))
    expect(photos).toHaveLength(1)
  })

  it('PRT-15 TPL-27 a drawing of the product: a press file holds it once, an office file in some hundred bytes a sheet', async () => {
    const photo = await uploadDrawing(engine, 'umbrella-hole')
    const orders = ordersFor(VILLAGES, { words: shortCase({ photo }) })
    const bare = ordersFor(VILLAGES, { words: shortCase() })
    const shop = orders.map(({ choice, source }) => ({ source, choice: { ...choice, way: 'shop' as const } }))
    expect(await laidInto((await bound(shop)).bytes)).toHaveLength(1)
    const sheets = (await bound(orders)).bytes
    expect(Buffer.from(sheets).toString('latin1')).not.toContain('/Subtype /Image')
    const more = sheets.byteLength - (await bound(bare)).bytes.byteLength
    expect(more / VILLAGES.length).toBeLessThan(1_000)
    const pdf = await openPdf(sheets)
    for (const [i, name] of VILLAGES.entries()) expect(await textOf(pdf, i + 1)).toContain(name)
  })

  it('PRT-15 one PDF of PDF/A-2b sheets is one itself: intent, metadata, and the tags of every page', async () => {
    const photo = await uploadPhoto(engine)
    const orders = ordersFor(VILLAGES.slice(0, 3), { words: shortCase({ photo }) })
    const { bytes } = await bound(orders)
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</)
    expect(text).toContain('NPages>3<')
    const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(context.trailerInfo.ID).toBeDefined()
    expect(catalog.lookup(PDFName.of('OutputIntents'))?.toString()).toBeDefined()
    expect(catalog.lookup(PDFName.of('MarkInfo'))?.toString()).toContain('/Marked true')
    const [one, book] = await Promise.all([
      engine.print.pdf(orders[0] as PrintOrder, 'clerk'),
      openPdf(bytes),
    ])
    const [alone] = (await tagsOf(await openPdf(one.bytes), 1)) ?? []
    expect(JSON.stringify(alone)).toContain('测试照片')
    for (const page of [1, 2, 3]) {
      const [document] = await tagsOf(book, page)
      expect(shapeOf(document)).toEqual(shapeOf(alone))
    }
  })

  it('PRT-15 sheets of several pages and press files are bound as they are', async () => {
    const ways = ordersFor(['下溪村', '上溪村']).map(({ choice, source }) => ({
      source,
      choice: { ...choice, template: 'wall-set', size: 'a3', way: 'shop' as const },
    }))
    const [one, { bytes }] = await Promise.all([
      engine.print.pdf(ways[0] as PrintOrder, 'clerk'),
      bound(ways),
    ])
    const [alone, book] = await Promise.all([PDFDocument.load(one.bytes), PDFDocument.load(bytes)])
    const pages = alone.getPageCount()
    expect(pages).toBeGreaterThan(1)
    expect(book.getPageCount()).toBe(2 * pages)
    for (const [i, page] of book.getPages().entries())
      expect(page.getTrimBox()).toEqual(alone.getPage(i % pages).getTrimBox())
    const pdf = await openPdf(bytes)
    for (let page = 1; page <= 2 * pages; page += 1) expect(await tagsOf(pdf, page)).toHaveLength(1)
  })

  it('PRT-15 posters cut to A4 sheets are bound too: all sheets of all villages, a bookmark each', async () => {
    const tiled = ordersFor(['下溪村', '上溪村']).map(({ choice, source }) => ({
      source,
      choice: { ...choice, size: 'a3', tiling: 'true-size' as const },
    }))
    const [one, both] = await Promise.all([engine.print.pdf(tiled[0] as PrintOrder, 'clerk'), bound(tiled)])
    const [alone, book] = await Promise.all([openPdf(one.bytes), openPdf(both.bytes)])
    expect(book.numPages).toBe(2 * alone.numPages)
    const marks = (await book.getOutline()) as unknown as readonly { title: string; dest: [never] }[]
    expect(marks.map(({ title }) => title)).toEqual(
      ['下溪村', '上溪村'].map((name) => `高息返利是鱼饵-A3案例海报-${name}-A4拼贴`),
    )
    expect(await Promise.all(marks.map(({ dest }) => book.getPageIndex(dest[0])))).toEqual([
      0,
      alone.numPages,
    ])
    expect(await alone.getOutline()).toBeNull()
    for (let page = 1; page <= alone.numPages; page += 1) {
      const [mine, first] = await Promise.all([render(alone, page, 50), render(book, page, 50)])
      expect(difference(mine, first)).toBeLessThan(0.5)
    }
  })

  it('PRT-15 a sheet in the one PDF is drawn as it is alone, with its own code', async () => {
    const orders = ordersFor(['下溪村', '上溪村', '石桥村'])
    const last = orders[2] as PrintOrder
    const [one, all] = await Promise.all([engine.print.pdf(last, 'clerk'), bound(orders)])
    const [alone, book] = await Promise.all([openPdf(one.bytes), openPdf(all.bytes)])
    expect(difference(await render(alone, 1, 100), await render(book, 3, 100))).toBe(0)
    expect(await textOf(book, 3)).toBe(await textOf(alone, 1))
  })

  it.each(['zip', 'pdf'] as const)('PRT-15 a %s stops when told, and sets nothing more', async (as) => {
    const stop = new AbortController()
    const orders = ordersFor(Array.from({ length: 60 }, (_, i) => `${i}村`))
    const attempt = engine.print.bulk(orders, as, 'clerk', {
      progress: (done) => done >= 3 && stop.abort(),
      signal: stop.signal,
    })
    expect(await refused(attempt)).toMatchObject([{ code: 'PRINT_CANCELLED' }])
    const set = engine.jobs.length
    await engine.print.preview(caseOrder(), 'other', 1)
    await engine.print.pdf(caseOrder(), 'other')
    expect(engine.jobs.length - set).toBeLessThanOrEqual(2 + 3)
  })

  it.each([
    ['zip', 8, 3],
    ['pdf', 30, 21],
  ] as const)(
    'PST-15 a %s that was broken off goes on from the last finished sheet, and is made anew where its order reads otherwise',
    async (as, count, half) => {
      const villages = Array.from({ length: count }, (_, i) => `${i}村`)
      const parts = memoryFiles().parts('job')
      /** Sheets that were set for it. */
      const setFor = async (orders: readonly PrintOrder[], until = Infinity) => {
        const stop = new AbortController()
        const seen: number[] = []
        const progress = (done: number) => {
          seen.push(done)
          if (done >= until) stop.abort()
        }
        const from = engine.jobs.length
        const file = await engine.print
          .bulk(orders, as, 'clerk', { progress, signal: stop.signal, parts })
          .catch(() => null)
        const set = engine.jobs.slice(from).reduce((sum, { sheets = 1 }) => sum + sheets, 0)
        return { seen, set, file }
      }
      const whole = await engine.print.bulk(ordersFor(villages), as, 'clerk', {
        progress: () => undefined,
        signal: never,
      })
      const broken = await setFor(ordersFor(villages), half)
      expect([broken.file, broken.seen.at(-1)]).toEqual([null, half])
      const again = await setFor(ordersFor(villages))
      expect(again.seen.at(-1)).toBe(count)
      // Of a PDF the last run sets all once more, which makes it one file.
      expect(again.set - (as === 'pdf' ? count : 0)).toBeLessThanOrEqual(count - half)
      expect(again.file).toMatchObject({ name: whole.name, warnings: whole.warnings })
      expect(again.file?.bytes.length).toBe(whole.bytes.length)
      const renamed = await setFor(ordersFor(villages.map((name) => `新${name}`)))
      expect(renamed.set).toBeGreaterThanOrEqual(count)
    },
  )

  it('PRT-15 a PDF tells its progress: the first sheet at once, then some at a time', async () => {
    const seen: number[] = []
    const orders = ordersFor(Array.from({ length: 30 }, (_, i) => `${i}村`))
    await engine.print.bulk(orders, 'pdf', 'clerk', { progress: (done) => seen.push(done), signal: never })
    expect(seen).toEqual([1, 21, 30])
  })

  it('PRT-15 one sheet that may not be printed refuses the whole, and nothing comes of none', async () => {
    const orders = ordersFor(['下溪村', '上溪村'])
    const spoilt = caseOrder({ size: 'a4' }, { withdrawnAt: 1 })
    const bulk = (list: readonly PrintOrder[]) =>
      engine.print.bulk(list, 'pdf', 'clerk', { progress: () => undefined, signal: never })
    expect(await refused(bulk([...orders, spoilt]))).toMatchObject([{ code: 'PRINT_WITHDRAWN' }])
    expect(await refused(bulk([]))).toMatchObject([{ code: 'TEXT_EMPTY', field: 'units' }])
  })

  it('PRT-15 a warning is told once for all', async () => {
    const orders = ordersFor(['下溪村', '上溪村'], { publicUrl: null })
    const { warnings } = await engine.print.bulk(orders, 'zip', 'clerk', {
      progress: () => undefined,
      signal: never,
    })
    expect(warnings.map(({ code }) => code)).toEqual(['PRINT_NO_QR'])
  })

  it.each(['zip', 'pdf'] as const)(
    'PRT-25 a photo that the words leave no room for is told of a file for many villages: %s',
    async (as) => {
      // No shipped template lacks the room for words it takes; one that was put in may.
      const shipped = mkdtempSync(join(tmpdir(), 'posters-'))
      cpSync(SHIPPED, shipped, { recursive: true })
      const template = join(shipped, 'case-a3/template.typ')
      writeFileSync(template, `${readFileSync(template, 'utf8')}\n#context photo-left-out(d)\n`)
      const own = openPrinting({ shipped })
      const words = shortCase({ photo: await uploadPhoto(own) })
      const running = { progress: () => undefined, signal: never }
      const { warnings } = await own.print.bulk(
        ordersFor(['下溪村', '上溪村'], { words }),
        as,
        'clerk',
        running,
      )
      await own.close()
      rmSync(shipped, { recursive: true })
      const [told, ...more] = warnings.filter(({ code }) => code === 'PRINT_PHOTO_NO_ROOM')
      expect([told?.field, more]).toEqual(['photo', []])
      expect(told?.message_zh).toContain('字多，放不下照片')
    },
  )

  it('PRT-15 somebody with one sheet does not wait for all of them', async () => {
    const orders = ordersFor(Array.from({ length: 40 }, (_, i) => `${i}村`))
    const order: string[] = []
    const many = engine.print
      .bulk(orders, 'zip', 'clerk', { progress: () => undefined, signal: never })
      .then(() => order.push('many'))
    const one = engine.print.pdf(caseOrder(), 'other').then(() => order.push('one'))
    await Promise.all([many, one])
    expect(order).toEqual(['one', 'many'])
  })
})
