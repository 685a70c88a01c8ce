import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  partSaid,
  readSaid,
  reportCode,
  rowsDigest,
  saidText,
  withSaid,
  type ReportRow,
  type Said,
} from '../../../src/report/index.ts'
import { sha256 } from '../../builders/programme.ts'

const said = (changes: Partial<Said['statement']> = {}): Said => ({
  statement: {
    code: '7K3D92MQ4F8H',
    pdf: 'a'.repeat(64),
    rows: 'b'.repeat(64),
    count: '12',
    head: '340',
    headHash: 'c'.repeat(64),
    at: '2026-11-30T04:00:00.000Z',
    asked: 'of=cases&from=2026-11-01',
    by: '7c1e0f3a',
    name: '周督查',
    ...changes,
  },
  signature: 'S'.repeat(86),
})

const PDF = new TextEncoder().encode('%PDF-1.7\nwhatever\n%%EOF')

describe('AUD-1 what is said of an export', () => {
  it('AUD-1 it reads back as it was said, whatever people are called; anything else is nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, asked) => {
        const one = said({ name, asked })
        const text = saidText(one)
        expect(text).toMatch(/^[\x21-\x7e]+(?: [\x21-\x7e]+){10}$/)
        expect(readSaid(text)).toEqual(one)
      }),
    )
    for (const text of [
      '',
      'x',
      saidText(said()).slice(1).replace(' ', ''),
      `${saidText(said())} more`,
      '%E0 '.repeat(10) + 'S'.repeat(86),
    ])
      expect(readSaid(text)).toBeNull()
  })

  it('AUD-1 AUD-3 a file is the PDF and one line behind it: every byte belongs to either, and a reader finds its end', () => {
    const file = withSaid(PDF, said())
    expect(new TextDecoder().decode(file).endsWith('%%EOF\n')).toBe(true)
    expect(partSaid(file)).toEqual({ pdf: PDF, said: saidText(said()) })
    expect(partSaid(PDF)).toEqual({ pdf: PDF, said: null })
    const [longer, cut] = [new Uint8Array([...file, 10]), file.subarray(0, -1)]
    for (const other of [longer, cut]) expect(partSaid(other)).toEqual({ pdf: other, said: null })
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(file, (byte, i) => (i === at ? byte ^ by : byte))
        const { pdf, said: line } = partSaid(changed)
        // Either the PDF is another one, or the line is.
        const samePdf = pdf.length === PDF.length && pdf.every((byte, i) => byte === PDF[i])
        expect(samePdf && line === saidText(said())).toBe(false)
      }),
    )
  })
})

const row = (changes: Partial<ReportRow> = {}): ReportRow => ({
  seq: 1,
  at: '2026-11-30T04:00:00.000Z',
  actor: 'u1',
  actorName: '周',
  action: 'update',
  subject: 'cases/1',
  detail: 'title',
  hash: 'd'.repeat(64),
  holds: true,
  ...changes,
})

describe('AUD-1 rows and codes', () => {
  it('AUD-1 one letter of one row, one row more, less or elsewhere is another digest; half a character stops nothing', () => {
    const rows = [row(), row({ seq: 2 })]
    const digest = rowsDigest(rows, sha256)
    const others = [
      [row({ actorName: '邹' }), row({ seq: 2 })],
      [row({ holds: false }), row({ seq: 2 })],
      [row()],
      [row({ seq: 2 }), row()],
      [...rows, row({ seq: 3 })],
      [],
    ]
    expect(new Set([digest, ...others.map((other) => rowsDigest(other, sha256))]).size).toBe(
      others.length + 1,
    )
    expect(rowsDigest([row({ detail: '\uD800' })], sha256)).toMatch(/^[\da-f]{64}$/)
  })

  it('AUD-2 the code is of all that is said but the file', () => {
    const { code: _code, pdf: _pdf, ...of } = said().statement
    const code = reportCode(of, sha256)
    expect(code).toMatch(/^[2-9CDFHJKMNPQRTVWXY]{12}$/)
    for (const field of Object.keys(of)) expect(reportCode({ ...of, [field]: 'else' }, sha256)).not.toBe(code)
  })
})
