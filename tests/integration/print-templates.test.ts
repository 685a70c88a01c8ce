import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContentBody, ContentKind } from '../../src/model/content.ts'
import { buildSlogan, buildTechnique } from '../builders/content.ts'
import { caseOrder, openPdf, openPrinting, shortCase, textOf, type Printing } from './printing.ts'

let desk: Printing

beforeAll(() => {
  desk = openPrinting()
})
afterAll(() => desk.close())

const BODIES: Readonly<Record<ContentKind, ContentBody>> = {
  case: shortCase(),
  technique: buildTechnique({
    title: '健康讲座四步',
    accent: '四步',
    steps: [
      { heSays: '鸡蛋天天免费领', youDo: '不去听课' },
      { heSays: '你这血管快堵了', youDo: '去正规医院' },
    ],
  }),
  slogan: buildSlogan(),
}

const contact = { name: '王芳', number: '13812345678' }
const mm = (pt: number): number => Math.round((pt / 72) * 254) / 10

describe('every shipped template', () => {
  it('PRT-14 leaves the house at every size, each way it offers, with all its pages', async () => {
    const schemas = desk.print.templates()
    expect(schemas.length).toBeGreaterThanOrEqual(12)
    for (const { id: template, sizes, kinds, pages } of schemas)
      for (const { id: size, ways, widthMm, heightMm, scale } of sizes)
        for (const way of ways) {
          const body = BODIES[kinds[0] ?? 'case']
          const { bytes } = await desk.print.pdf(
            caseOrder({ template, size, way, contact }, { body }),
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

  it('PRT-9 is tiled where an office prints it, all pages at one scale', async () => {
    const inOffice = desk.print
      .templates()
      .flatMap(({ id, kinds, sizes, pages }) =>
        sizes
          .filter(({ ways }) => ways.includes('office'))
          .map((size) => ({ id, kinds, size: size.id, pages })),
      )
    for (const { id: template, kinds, size, pages } of inOffice)
      for (const tiling of ['true-size', 'fill'] as const) {
        const body = BODIES[kinds[0] ?? 'case']
        const { bytes } = await desk.print.pdf(
          caseOrder({ template, size, tiling, contact }, { body }),
          'clerk',
        )
        const { tiled } = JSON.parse(desk.jobs.at(-1)?.inputs['plan'] ?? '{}') as {
          tiled: readonly { scale: number; windows: readonly unknown[] }[]
        }
        expect(tiled).toHaveLength(pages)
        expect(new Set(tiled.map(({ scale }) => scale)).size).toBe(1)
        const pdf = await openPdf(bytes)
        expect(pdf.numPages).toBe(tiled.reduce((sum, { windows }) => sum + windows.length, 0))
        const last = (await textOf(pdf, pdf.numPages)).replaceAll(' ', '')
        if (pages > 1) expect(last).toContain(`第${pages}页`)
      }
  })
})
