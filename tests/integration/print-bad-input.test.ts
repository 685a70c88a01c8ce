import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintOrder } from '../../cms/base/ports.ts'
import type { ErrorEntry } from '../../src/errors/entry.ts'
import { PRINT_ERRORS } from '../../src/errors/print.ts'
import type { Refusal } from '../../src/errors/refusal.ts'
import type { MediaId, Sha256 } from '../../src/model/ids.ts'
import { buildTechnique, buildWords } from '../builders/content.ts'
import {
  caseOrder,
  openPdf,
  openPrinting,
  refused,
  SHIPPED,
  shortCase,
  textOf,
  uploadPhoto,
  type Printing,
} from './printing.ts'

let engine: Printing
/** What the engine wrote down for the administrator. */
const told: string[] = []
const planted = mkdtempSync(join(tmpdir(), 'print-planted-'))

/** An installed template as it would lie there had somebody put it past the gate. */
const plant = (
  folder: string,
  id: string,
  change: (schema: Record<string, unknown>) => object,
  source?: string,
): void => {
  const from = (name: string): string => readFileSync(join(SHIPPED, 'case-a3', name), 'utf8')
  const schema = JSON.parse(from('schema.json')) as Record<string, unknown>
  const at = join(folder, 'templates', `${id}@1`)
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'template.typ'), source ?? from('template.typ'))
  writeFileSync(join(at, 'schema.json'), JSON.stringify({ ...schema, ...change(schema), id, version: 1 }))
}

const ENDLESS = '#for i in range(1000000) { for j in range(1000000) { let x = calc.sqrt(i + j) } }'
const same = () => ({})

beforeAll(() => {
  plant(planted, 'endless', same, ENDLESS)
  plant(planted, 'wordless', same, '#import "/library/silver.typ": *\n#show: sheet.with(sheet-data)')
  plant(
    planted,
    'torn',
    () => ({ required: ['hotline'] }),
    '#import "/library/silver.typ": *\n#show: sheet.with(sheet-data)\n#element("hotline", 1, 9mm, 9mm, 9mm, 9mm)\n#for c in sheet-data.hotline.number [#c \\ ]',
  )
  plant(
    planted,
    'hiding',
    same,
    '#import "/library/silver.typ": *\n#show: sheet.with(sheet-data)\n#for e in ("issuer", "date", "validUntil", "hotline", "code", "tearOff") { element(e, 1, 9mm, 9mm, 9mm, 9mm) }\n#element("qr", 1, 9mm, 9mm, 8mm, 8mm, words: sheet-data.qr.words)',
  )
  plant(
    planted,
    'failing',
    same,
    '#import "/library/silver.typ": *\n#show: sheet.with(sheet-data)\n#(1 / sheet-data.title.matches("安").len())',
  )
  const sizes = [
    { id: 'six', name_zh: '6米', name_en: '6 m', widthMm: 6_000, heightMm: 700, scale: 1, ways: ['shop'] },
  ]
  plant(planted, 'six-metres', () => ({ sizes, photo: null }))
  const broken = (template: string, { code, hint }: Refusal) => void told.push(`${template} ${code} ${hint}`)
  engine = openPrinting({ installed: join(planted, 'templates'), broken }, { timeoutMs: 2_500 })
})
afterAll(async () => {
  await engine.close()
  rmSync(planted, { recursive: true })
})

const pdf = (source: Partial<PrintOrder['source']>, choice: Partial<PrintOrder['choice']> = {}) =>
  refused(engine.print.pdf(caseOrder(choice, source), 'clerk'))

const photoOf = (bytes: Uint8Array, name: string) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256
  writeFileSync(join(engine.folder, `${sha256}.${name}`), bytes)
  return { media: 'm' as MediaId, sha256, width: 1_600, height: 1_600, alt: '照片' }
}

describe('PRT-16 bad input has its own name', () => {
  it('PRT-16 5,000 characters', async () => {
    expect(await pdf({ words: shortCase({ lines: ['字'.repeat(5_000)] }) })).toMatchObject([
      { code: 'PRINT_OVERFLOW', field: 'lines.0', got: 5_000 },
    ])
  })

  it('PRT-5 what the sheet itself finds too long names its field, once, and templates that take all of the content', async () => {
    const overflow = { field: 'title', length: 19 }
    const said = { query: { '<ss-overflow>': [overflow, overflow] }, svg: '<svg/>', ms: 1 }
    const full = openPrinting({ typst: { run: async () => said } })
    // A roll-up has room for the title, but for four lines only.
    const words = shortCase({ lines: ['一', '二', '三', '四', '五'] })
    const order = caseOrder({ template: 'counter', size: 'a5-tent' }, { words })
    expect(await refused(full.print.preview(order, 'clerk', 1))).toMatchObject([
      { code: 'PRINT_OVERFLOW', field: 'title', got: 19, hint: 'case-a3 chart notice-a4' },
    ])
    await full.close()
  })

  it.each(['𠮷', '😱', '𪚥'])(
    'PRT-16 %s, which no font has, named by the engine and ahead of it',
    async (character) => {
      const words = shortCase({ title: `高息${character}鱼饵`, accent: '' })
      expect(await pdf({ words })).toMatchObject([{ code: 'PRINT_GLYPH_MISSING', got: character }])
      const careful = openPrinting({ missing: (text) => (text.includes(character) ? [character] : []) })
      expect(await refused(careful.print.preview(caseOrder({}, { words }), 'clerk', 1))).toMatchObject([
        { code: 'PRINT_GLYPH_MISSING', got: character },
      ])
      expect(careful.jobs).toEqual([])
      await careful.close()
    },
  )

  it('PRT-16 a character nobody sees is named by its number, and a line break typed into a name is a space', async () => {
    const careful = openPrinting({ missing: (text) => [...text].filter((c) => /[\u200b\n]/u.test(c)) })
    const hidden = caseOrder({}, { words: shortCase({ lesson: '保本\u200b高息' }) })
    expect(await refused(careful.print.preview(hidden, 'clerk', 1))).toMatchObject([
      { code: 'PRINT_GLYPH_MISSING', got: 'U+200B' },
    ])
    const broken = caseOrder({ contact: { name: '老\n孙', number: '110' } })
    expect((await careful.print.preview(broken, 'clerk', 1)).type).toBe('image/svg+xml')
    await careful.close()
  })

  it('PRT-16 markup in every field is printed as it stands', async () => {
    const nasty = { title: '#read("/etc/x")', line: '*b* $x^2$ <s> {1+1}', lesson: '#panic() \\u{41}' }
    const words = shortCase({ title: nasty.title, accent: '', lines: [nasty.line], lesson: nasty.lesson })
    const { bytes } = await engine.print.pdf(
      caseOrder({}, { words, issuer: '#eval("1")', unit: { id: 'unit-1' as never, name: '[*村*]' } }),
      'clerk',
    )
    const text = (await textOf(await openPdf(bytes), 1)).replaceAll(' ', '')
    for (const words of [...Object.values(nasty), '#eval("1")', '[*村*]'])
      expect(text).toContain(words.replaceAll(' ', ''))
  })

  it('PRT-16 a photo over the limit, by bytes and by pixels', async () => {
    expect(await refused(engine.images.clean(new Uint8Array(41 * 1024 * 1024)))).toMatchObject([
      { code: 'IMAGE_TOO_LARGE' },
    ])
    const wide = sharp({
      create: { width: 12_000, height: 8_000, channels: 3, background: '#456' },
      limitInputPixels: false,
    })
    expect(await refused(engine.images.clean(await wide.jpeg().toBuffer()))).toMatchObject([
      { code: 'IMAGE_TOO_MANY_PIXELS' },
    ])
  })

  it('PRT-16 a corrupt, a truncated and an exchanged photo', async () => {
    const noise = Buffer.from(Array.from({ length: 600 * 600 * 3 }, (_, i) => (i * 7_919) % 251))
    const jpeg = await sharp(noise, { raw: { width: 600, height: 600, channels: 3 } })
      .jpeg()
      .toBuffer()
    const truncated = jpeg.subarray(0, jpeg.length / 2)
    const corrupt = Buffer.from('\xff\xd8\xff not a picture', 'latin1')
    for (const bytes of [truncated, corrupt])
      expect(await pdf({ words: shortCase({ photo: photoOf(bytes, 'jpg') }) })).toMatchObject([
        { code: 'IMAGE_DAMAGED' },
      ])
    const photo = await uploadPhoto(engine)
    writeFileSync(join(engine.folder, `${photo.sha256}.jpg`), jpeg)
    expect(await pdf({ words: shortCase({ photo }) })).toMatchObject([{ code: 'IMAGE_SOURCE_MISSING' }])
  })

  it('PRT-16 a coarse photo, a missing field, another kind of content', async () => {
    const photo = { ...(await uploadPhoto(engine, 300, 300)) }
    const told = { code: 'PRINT_PHOTO_COARSE', got: 63, limit: 100 }
    const sheet = await engine.print.pdf(caseOrder({}, { words: shortCase({ photo }) }), 'clerk')
    expect(sheet.warnings).toMatchObject([told])
    expect(engine.jobs.at(-1)?.files.map(({ path }) => path)).not.toContain('job/photo.jpg')
    expect(await pdf({ words: shortCase({ title: '', accent: '' }) })).toMatchObject([
      { code: 'PRINT_FIELD_MISSING', field: 'title' },
    ])
    expect(await pdf({ words: buildWords(buildTechnique()) })).toMatchObject([
      { code: 'PRINT_TEMPLATE_UNFIT' },
    ])
    expect(await pdf({}, { template: '../../etc' })).toMatchObject([{ code: 'PRINT_TEMPLATE_UNKNOWN' }])
  })

  it('PRT-16 a banner at true size is over what a PDF may be', async () => {
    expect(await pdf({}, { template: 'six-metres', size: 'six', way: 'shop' })).toMatchObject([
      { code: 'PRINT_PAGE_TOO_LARGE', limit: 5_080 },
    ])
  })

  it('PRT-7 PRT-13 a template past the gate is still checked sheet by sheet', async () => {
    const missing = await pdf({}, { template: 'wordless' })
    expect(missing).toHaveLength(7)
    expect(missing).toMatchObject([
      { code: 'PRINT_ELEMENT_MISSING', field: 'issuer' },
      {},
      {},
      {},
      {},
      {},
      {},
    ])
    expect(await pdf({}, { template: 'torn' })).toMatchObject([
      { code: 'PRINT_HOTLINE_BROKEN', got: '96110' },
    ])
    expect(await pdf({}, { template: 'hiding' })).toMatchObject([
      { code: 'PRINT_ELEMENT_MISSING', field: 'qr' },
    ])
  })

  it('PRT-19 a template that fails on released words refuses by its own name, and the administrator hears of it', async () => {
    told.length = 0
    const choice = { template: 'failing' }
    const failed = { code: 'PRINT_SHEET_FAILED', hint: expect.stringContaining('divide by zero') }
    expect(await pdf({}, choice)).toMatchObject([failed])
    expect(await refused(engine.print.preview(caseOrder(choice), 'clerk', 1))).toMatchObject([failed])
    const abort = new AbortController()
    const bulk = engine.print.bulk([caseOrder(choice)], 'zip', 'clerk', {
      progress: () => undefined,
      signal: abort.signal,
    })
    expect(await refused(bulk)).toMatchObject([failed])
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      Array.from({ length: 3 }, () => 'failing PRINT_SHEET_FAILED'),
    )
    // Who prints is told what is wrong with his words; that is no news for the administrator.
    await pdf({ words: shortCase({ title: '', accent: '' }) }, choice)
    expect(told).toHaveLength(3)
  })

  it('PRT-19 no refusal of the print engine is a fault of the server', () => {
    const faults = Object.entries<ErrorEntry>(PRINT_ERRORS).filter(([, { status }]) => status === 500)
    expect(faults).toEqual([])
  })

  it('PRT-16 an endless template is stopped; others print meanwhile, and the next sheet comes within a second', async () => {
    await engine.print.pdf(caseOrder(), 'warm')
    const endless = pdf({}, { template: 'endless' })
    const others = await Promise.all(['a', 'b', 'c'].map((owner) => engine.print.pdf(caseOrder(), owner)))
    expect(others.every(({ bytes }) => bytes.byteLength > 10_000)).toBe(true)
    expect(await endless).toMatchObject([{ code: 'PRINT_TIMEOUT', limit: 3 }])
    const begun = performance.now()
    await engine.print.pdf(caseOrder(), 'next')
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
