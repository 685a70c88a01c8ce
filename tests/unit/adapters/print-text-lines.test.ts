import { type PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { finishPdf } from '../../../src/adapters/pdf/finish.ts'

/** A page of 200 × 100 pt with a font whose glyphs 1–3 are 500 wide, 4–5 are 250 and 600, all others 1000. */
const boxesOf = async (content: string) => {
  const document = await PDFDocument.create()
  const { context } = document
  const page = document.addPage([200, 100])
  const own = context.obj({ Type: 'Font', Subtype: 'CIDFontType2', DW: 1000, W: [1, 3, 500, 4, [250, 600]] })
  const font = context.obj({ Type: 'Font', Subtype: 'Type0', DescendantFonts: [context.register(own)] })
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { f0: context.register(font) } }) as PDFDict)
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  const { facts } = await finishPdf(await document.save(), { facts: true, boxes: true })
  const mm = (n: number): number => Math.round((n * 7200) / 25.4) / 100
  return facts?.boxes?.[0]?.map(({ x, y, width, height }) => [x, y, width, height].map(mm))
}

describe('text-lines', () => {
  it('PRT-9 a run stands where its matrices put it, as wide as its glyphs', async () => {
    const content =
      'q 1 0 0 -1 20 80 cm BT 0 Tr /f0 10 Tf 1 0 0 -1 0 0 Tm [<00010009> -20 (\\000\\005)] TJ ET Q ' +
      'q 1 0 0 1 50 10 cm q 2 0 0 2 5 5 cm BT /f0 10 Tf (\\000\\007) Tj ET Q Q BT /f0 10 Tf 1 0 0 1 9 30 Tm <0004> Tj ET'
    expect(await boxesOf(content)).toEqual([
      [20, 11.2, 21, 10],
      [55, 67.4, 20, 20],
      [9, 61.2, 2.5, 10],
    ])
  })

  it('PRT-9 what stands on its head has its box all the same, and nothing has none', async () => {
    expect(await boxesOf('q -1 0 0 -1 60 50 cm BT /f0 10 Tf <0009> Tj ET Q')).toEqual([[50, 48.8, 10, 10]])
    expect(await boxesOf('/Span <</Alt <feff0041>>> BDC 0 0 m 9 9 l S BT /f0 10 Tf ET EMC')).toEqual([])
  })
})
