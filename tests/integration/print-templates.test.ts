import { PDFDocument } from '../../src/adapters/pdf/pdf-lib.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSlogan, buildTechnique, buildWords } from '../builders/content.ts'
import { tilingsOf, type SheetWords, type TilePlan } from '../../src/poster/index.ts'
import { textBoxes } from '../../src/adapters/pdf/text-lines.ts'
import { caseOrder, openPdf, openPrinting, refused, shortCase, textOf, type Printing } from './printing.ts'

let engine: Printing

beforeAll(() => {
  engine = openPrinting()
})
afterAll(() => engine.close())

const WORDS: Readonly<Record<string, SheetWords>> = {
  case: shortCase(),
  technique: buildWords(
    buildTechnique({
      title: '健康讲座四步',
      accent: '四步',
      steps: [
        { heSays: '鸡蛋天天免费领', youDo: '不去听课' },
        { heSays: '你这血管快堵了', youDo: '去正规医院' },
      ],
    }),
  ),
  slogan: buildWords(buildSlogan({ text: '天上不会 掉下馅饼' })),
}

const contact = { name: '王芳', number: '13812345678' }
const mm = (pt: number): number => Math.round((pt / 72) * 254) / 10

describe('every shipped template', () => {
  it('PRT-14 leaves the house at every size, each way it offers, with all its pages', async () => {
    const schemas = await engine.print.templates()
    expect(schemas.length).toBeGreaterThanOrEqual(12)
    for (const { id: template, sizes, kinds, pages } of schemas)
      for (const { id: size, ways, widthMm, heightMm, scale } of sizes)
        for (const way of ways) {
          const words = WORDS[kinds[0] ?? 'case'] ?? shortCase()
          const { bytes } = await engine.print.pdf(
            caseOrder({ template, size, way, contact }, { words }),
            'clerk',
          )
          const sheets = (await PDFDocument.load(bytes, { updateMetadata: false })).getPages()
          expect([template, size, way, sheets.length]).toEqual([template, size, way, pages])
          for (const sheet of sheets) {
            const box = way === 'shop' ? sheet.getTrimBox() : sheet.getMediaBox()
            expect(mm(box.width)).toBeCloseTo(widthMm * scale, 0)
            expect(mm(box.height)).toBeCloseTo(heightMm * scale, 0)
          }
        }
  })

  it('PRT-9 PRT-17 on A4 sheets where one does not hold it: as many and as large as the preview says', async () => {
    const larger = (await engine.print.templates()).flatMap(({ id, kinds, sizes, pages }) =>
      sizes
        .filter((size) => tilingsOf(size, 'office').length > 1 && size.ways.includes('office'))
        .map((size) => ({ id, kinds, size: size.id, pages, tilings: tilingsOf(size, 'office') })),
    )
    expect(larger.map(({ id }) => id)).toEqual(['case-a3', 'strip', 'technique-a3', 'wall-set'])
    for (const { id: template, kinds, size, pages, tilings } of larger)
      for (const tiling of tilings) {
        if (tiling === 'none') continue
        const order = caseOrder(
          { template, size, tiling, contact },
          { words: WORDS[kinds[0] ?? 'case'] ?? shortCase() },
        )
        const { joins } = await engine.print.preview(order, 'clerk', 1)
        const { bytes } = await engine.print.pdf(order, 'clerk')
        const { tiled } = JSON.parse(engine.jobs.at(-1)?.inputs['plan'] ?? '{}') as {
          tiled: readonly TilePlan[]
        }
        expect(tiled).toHaveLength(pages)
        expect(new Set(tiled.map(({ scale }) => scale)).size).toBe(1)
        const pdf = await openPdf(bytes)
        expect(joins?.[tiling]).toMatchObject({
          sheets: pdf.numPages,
          pages,
          columns: tiled[0]?.columns,
          rows: tiled[0]?.rows,
          percent: tiled[0]?.percent,
        })
        const whole = Math.max(...(tiled[0]?.windows ?? []).map(({ x, width }) => x + width))
        expect(joins?.[tiling]?.widthMm).toBeCloseTo(whole, 6)
        if (tiling === 'fill') expect(tiled[0]?.percent).toBeGreaterThanOrEqual(105)
        const last = (await textOf(pdf, pdf.numPages)).replaceAll(' ', '')
        if (pages > 1) expect(last).toContain(`第${pages}页`)
      }
  })

  it('PRT-9 two sheets: the edge of the second lies beside every line of words of the poster', async () => {
    for (const [template, words] of [
      [
        'case-a3',
        shortCase({ lines: ['刘婆婆去听课', '先领鸡蛋和脸盆', '他说再不买就停产', '花了三万退休金'] }),
      ],
      ['case-a3', shortCase()],
      ['technique-a3', WORDS['technique']],
    ] as const) {
      const order = caseOrder({ template, size: 'a3', tiling: 'two-sheets', contact }, { words: words! })
      await engine.print.pdf(order, 'clerk')
      const { tiled } = JSON.parse(engine.jobs.at(-1)?.inputs['plan'] ?? '{}') as {
        tiled: readonly TilePlan[]
      }
      const [{ windows, scale }] = tiled as [TilePlan]
      const edge = (windows[1]?.y ?? 0) / scale
      const whole = caseOrder({ template, size: 'a3', contact }, { words: words! })
      const { bytes } = await engine.print.pdf(whole, 'clerk')
      const [page = []] = textBoxes(await PDFDocument.load(bytes))
      expect(page.length).toBeGreaterThan(12)
      const crossed = page.filter(({ y, height }) => edge > y - 1 && edge < y + height + 1)
      expect(crossed).toEqual([])
    }
  })

  it('PRT-17 what fits one sheet of A4 is not joined of several, in preview and file', async () => {
    for (const tiling of ['true-size', 'fill'] as const) {
      const order = caseOrder({ template: 'trifold', size: 'a4', tiling })
      for (const made of [engine.print.preview(order, 'clerk', 1), engine.print.pdf(order, 'clerk')])
        expect(await refused(made)).toMatchObject([{ code: 'PRINT_TILES_NEEDLESS' }])
    }
    expect((await engine.print.preview(caseOrder({ size: 'a4' }), 'clerk', 1)).joins).toBeUndefined()
  })
})
