import fc from 'fast-check'
import { type PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { finishPdf } from '../../../src/adapters/pdf/finish.ts'

/** Glyph n stands for character U+0100 + n. */
const CMAP = '1 beginbfrange\n<0000> <7fff> <0100>\nendbfrange\n1 beginbfchar\n<8000> <d842dfb7>\nendbfchar'
const characterOf = (glyph: number): string => (glyph === 0x8000 ? '𠮷' : String.fromCodePoint(0x100 + glyph))

const bytesOf = (glyphs: readonly number[]): string =>
  glyphs.map((glyph) => String.fromCharCode(glyph >> 8, glyph & 0xff)).join('')

const hex = (glyphs: readonly number[]): string =>
  `<${Buffer.from(bytesOf(glyphs), 'latin1').toString('hex')}>`

/** As the engine writes them: brackets stand bare when they come in pairs. */
const literal = (glyphs: readonly number[]): string => {
  const bytes = bytesOf(glyphs)
  let depth = 0
  const paired = [...bytes].every((c) => {
    depth += c === '(' ? 1 : c === ')' ? -1 : 0
    return depth >= 0
  })
  const escaped = bytes.replace(/[\\\r]/g, (c) => (c === '\r' ? '\\r' : '\\\\'))
  return `(${paired && depth === 0 ? escaped : escaped.replace(/[()]/g, '\\$&')})`
}

/** The runs of a file of one page with this content. */
const runsOf = async (content: string): Promise<readonly string[]> => {
  const document = await PDFDocument.create()
  const { context } = document
  const page = document.addPage([100, 100])
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    ToUnicode: context.register(context.flateStream(CMAP)),
  })
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { f0: context.register(font) } }) as PDFDict)
  const bytes = Uint8Array.from(Buffer.from(content, 'latin1'))
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(bytes)))
  const { facts } = await finishPdf(await document.save(), { facts: true })
  return facts?.pages.flat() ?? []
}

const glyph = fc.oneof(
  fc.integer({ min: 0, max: 0x7fff }),
  fc.constantFrom(0x8000, 0x2828, 0x2929, 0x5c28, 0x4554, 0x4254),
)

describe('text-runs', () => {
  it('PRT-13 every run of a page is read, however its bytes are written', async () => {
    const run = fc.tuple(fc.array(glyph, { maxLength: 8 }), fc.constantFrom(hex, literal))
    await fc.assert(
      fc.asyncProperty(fc.array(run, { maxLength: 6 }), async (runs) => {
        const content = runs
          .map(
            ([glyphs, write]) =>
              `/Span <</MCID 1>> BDC q BT /f0 12 Tf 1 0 0 -1 0 0 Tm [${write(glyphs)} 20] TJ ET Q EMC`,
          )
          .join('\n')
        expect(await runsOf(content)).toEqual(runs.map(([glyphs]) => glyphs.map(characterOf).join('')))
      }),
      { numRuns: 40 },
    )
  })

  it('PRT-13 a number over two lines is two runs', async () => {
    const one = (glyphs: readonly number[]) => `BT /f0 9 Tf ${hex(glyphs)} Tj ET`
    expect(await runsOf(`${one([1, 2])} ${one([3])}`)).toEqual(['āĂ', 'ă'])
    expect(await runsOf('0 0 m 9 9 l S')).toEqual([])
  })
})
