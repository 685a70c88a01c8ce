import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { SheetData } from '../../../src/poster/sheet.ts'
import { sampleOf, wordsOf } from '../../../scripts/posters/texts.ts'
import { textLines } from './lines.ts'
import { press, SCHEMAS, SHEETS, type Sheet } from './sheets.ts'

const MM = 72 / 25.4
const typical = SHEETS.filter(({ name }) => name.endsWith('typical'))
const named = (name: string): Sheet => {
  const sheet = SHEETS.find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

const dictsOf = (document: PDFDocument): readonly PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))

const streamsOf = (document: PDFDocument): readonly string[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .filter(
      ({ dict }) => !dict.has(PDFName.of('Length1')) && String(dict.get(PDFName.of('Subtype'))) !== '/Image',
    )
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))

describe('TPL-4 one family of fonts, embedded as subsets', () => {
  it.each(typical.map((sheet) => [sheet.name, sheet] as const))('TPL-4 %s', async (_, { schema, data }) => {
    const document = await PDFDocument.load(press.pdf(schema.id, data))
    const fonts = dictsOf(document).filter(
      (dict) => dict.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'),
    )
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(String(font.get(PDFName.of('FontName')))).toMatch(/^\/[A-Z]{6}\+NotoSansSC-/)
      expect(font.has(PDFName.of('FontFile2')) || font.has(PDFName.of('FontFile3'))).toBe(true)
    }
  })
})

describe('TPL-5 large print is large', () => {
  it.each(
    SHEETS.filter(({ schema }) => schema.id === 'largeprint-a4').map((one) => [one.name, one] as const),
  )('TPL-5 %s: title from 48 pt, body from 18 pt', async (_, { schema, kind, data }) => {
    const lines = await textLines(press.pdf(schema.id, data))
    const said = [...data.lines, ...data.steps.flatMap(({ heSays, youDo }) => [heSays, youDo])]
    const bare = (text: string): string => text.replace(/[“”，。 ]/g, '')
    const sizeOf = (words: string): number =>
      Math.min(
        ...lines
          .filter(({ text }) => bare(text) && bare(words).includes(bare(text)) && bare(text).length > 2)
          .map(({ size }) => size),
      )
    const titled = lines.filter(({ text, size }) => size > 47.9 && bare(data.title).includes(bare(text)))
    expect(
      titled
        .map(({ text }) => bare(text))
        .join('')
        .startsWith(bare(data.title)),
    ).toBe(true)
    for (const words of said) expect(Math.round(sizeOf(words) * 10) / 10).toBeGreaterThanOrEqual(18)
    expect(said.length > 0).toBe(kind !== 'slogan')
  })
})

describe('TPL-6 a press file is made of pure inks', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))(
    'TPL-6 %s: black is K alone',
    async (_, schema) => {
      const kind = schema.kinds[0] ?? 'case'
      const data = sampleOf(schema, kind, 'typical', { palette: 'cmyk', photo: false })
      const drawn = streamsOf(await PDFDocument.load(press.pdf(schema.id, data))).join('\n')
      expect(drawn).not.toMatch(/ (rg|RG|g|G)\s/)
      const inks = new Set([...drawn.matchAll(/([\d.]+ [\d.]+ [\d.]+ [\d.]+) [kK]\s/g)].map(([, ink]) => ink))
      expect(inks).toContain('0 0 0 1')
      // No black made of four inks: what is nearly black is K alone.
      for (const ink of inks) {
        const [c = 0, m = 0, y = 0, k = 0] = (ink ?? '').split(' ').map(Number)
        expect([ink, k > 0.7 && c + m + y > 0]).toEqual([ink, false])
      }
    },
  )
})

/** Filled strokes in the accent as thin as an underline: Typst draws it as a stroked line. */
const underlines = async (data: SheetData, id: string): Promise<number> => {
  const drawn = streamsOf(await PDFDocument.load(press.pdf(id, data))).join('\n')
  return [...drawn.matchAll(/[\d.-]+ [\d.-]+ m\s+[\d.-]+ [\d.-]+ l\s+S/g)].length
}

describe('TPL-10 the accent is seen without colour', () => {
  it.each(
    SCHEMAS.filter(({ sizes }) => sizes[0]?.ways.includes('office')).map((one) => [one.id, one] as const),
  )('TPL-10 %s: underlined where an office prints it', async (id, schema) => {
    const kind = schema.kinds[0] ?? 'case'
    const lit = sampleOf(schema, kind, 'typical', { way: 'office' })
    expect(lit.accent).not.toBe('')
    expect(await underlines(lit, id)).toBeGreaterThan(await underlines({ ...lit, accent: '' }, id))
  })
})

describe('TPL-7 the trimmed page lies in the middle of the PDF page', () => {
  it.each(SCHEMAS.map((schema) => [schema.id, schema] as const))('TPL-7 %s', async (_, schema) => {
    for (const { id, widthMm, heightMm, scale, ways } of schema.sizes)
      for (const way of ways) {
        const data = sampleOf(schema, schema.kinds[0] ?? 'case', 'shortest', { size: id, way })
        const document = await PDFDocument.load(press.pdf(schema.id, data))
        expect(document.getPageCount()).toBe(schema.pages)
        const around = way === 'shop' ? 2 * (3 + 7) : 0
        const { width, height } = document.getPage(0).getMediaBox()
        expect(width / MM).toBeCloseTo(widthMm * scale + around, 1)
        expect(height / MM).toBeCloseTo(heightMm * scale + around, 1)
      }
  })
})

describe('TPL-8 a title breaks where the voice does', () => {
  it('TPL-8 at its marks, which are not printed, and never inside a word', async () => {
    const { schema, data } = named('case-a3-case-typical')
    const lines = (await textLines(press.pdf(schema.id, data))).map(({ text }) => text)
    expect(lines).toContain('高息返了两个月')
    expect(lines).toContain('第三个月人去楼空')
    const narrow = named('rollup-slogan-typical')
    const tall = (await textLines(press.pdf(narrow.schema.id, narrow.data))).map(({ text }) => text)
    expect(tall.slice(0, 8)).toEqual(expect.arrayContaining(['保本高息', '是骗局', '先问儿女', '再掏钱']))
  })

  it('TPL-8 every template has its words for each kind it takes', () => {
    for (const schema of SCHEMAS)
      for (const kind of schema.kinds)
        expect(wordsOf(kind, 'typical', schema).title.length).toBeGreaterThan(3)
  })
})
