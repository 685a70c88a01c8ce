import { describe, expect, it } from 'vitest'
import { charactersMissing, coverageOf } from '../../../src/adapters/typst/coverage.ts'
import { faultOf, hintOf, TypstError, undisplayed } from '../../../src/adapters/typst/faults.ts'

const refused = (text: string) =>
  `[SourceDiagnostic { severity: Error, span: Span(1), message: "PDF/A-2b error: the text \`${text}\` could not be displayed with font \`\\"Noto Sans SC\\"\`", trace: [], hints: [] }]`

describe('TYP-3 a character without a glyph is named', () => {
  it('TYP-3 each once, as it was written', () => {
    const said = refused('\\"𠮷\\"') + refused('\\"😱\\"') + refused('\\"𠮷\\"')
    expect(undisplayed(said)).toEqual(['𠮷', '😱'])
    expect(faultOf(new Error(said))).toEqual({ code: 'PRINT_GLYPH_MISSING', detail: { got: '𠮷 😱' } })
  })

  it('TYP-3 escapes of the engine are read back', () => {
    expect(undisplayed(refused('\\"\\\\u{2a6a5}\\"'))).toEqual(['𪚥'])
  })

  it('TYP-3 where the engine has no such gate, the words are held against the fonts', () => {
    const face = coverageOf({ info: [{ coverage: [65, 2, 10, 1] }] })
    expect([...face]).toEqual([65, 66, 77])
    const sheet = JSON.stringify({ title: 'ABC', lines: ['M', { deep: 'N\u200b\n' }] })
    expect(charactersMissing({ sheet, plain: 'AZ' }, [face])).toEqual(['C', 'N', 'Z'])
  })
})

describe('TYP-5 a fault is one short sentence without a path of this machine', () => {
  it.each([
    ['file not found (searched at /srv/town/templates/x.jpg)', 'file not found'],
    ['failed to load file (access denied), hints: cannot read', 'failed to load file (access denied)'],
    [
      'failed to download package (error sending request for url (https://a.b/c))',
      'failed to download package',
    ],
    ['entry /srv/a/b.typ and C:\\data\\x\\y.typ are bad', 'entry … and … are bad'],
  ])('TYP-5 %s', (message, hint) => {
    expect(hintOf({ message })).toBe(hint)
  })

  it('TYP-5 names the template’s own file and line', () => {
    expect(hintOf({ message: 'expected expression', path: '/srv/t/case/template.typ', line: 12 })).toBe(
      'template.typ:12: expected expression',
    )
  })

  it('TYP-5 is never long, whatever was thrown', () => {
    const { code, detail } = faultOf(new TypstError([{ message: '长'.repeat(5_000) }]))
    expect([code, detail.hint?.length]).toEqual(['PRINT_SHEET_FAILED', 120])
    expect(faultOf(undefined).code).toBe('PRINT_SHEET_FAILED')
  })
})
