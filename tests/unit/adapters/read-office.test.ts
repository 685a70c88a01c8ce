import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OFFICE_LIMITS } from '../../../src/adapters/office/office-jobs.ts'
import { readFile } from '../../../src/adapters/office/read-office.ts'
import { RefusalError } from '../../../src/errors/refusal.ts'
import { docxOf, docxParts, xlsxOf } from '../../builders/office.ts'

const codeOf = (bytes: Uint8Array, name: string): Promise<string> =>
  readFile({ bytes, name }).then(
    () => 'read',
    (error: unknown) => (error instanceof RefusalError ? String(error.refusals[0]?.code) : `thrown ${error}`),
  )

/** A book whose first sheet is made anew. */
const withSheet = async (change: (xml: string) => string): Promise<Uint8Array> => {
  const parts = unzipSync(
    await xlsxOf({
      name: '表',
      rows: [
        ['标题', '类别'],
        ['一', '甲'],
        ['二', '乙'],
      ],
    }),
  )
  const path = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/sheet'))!
  return zipSync({ ...parts, [path]: strToU8(change(Buffer.from(parts[path]!).toString('utf8'))) })
}

describe('files of offices', () => {
  it('IMP-1 a book is read sheet by sheet: texts, numbers and days', async () => {
    const bytes = await xlsxOf(
      {
        name: '案例',
        rows: [
          ['标题', '损失', '有效期'],
          ['领鸡蛋', 35000, new Date(Date.UTC(2027, 9, 11))],
        ],
      },
      { name: '说明', rows: [['怎么填']] },
    )
    expect(await readFile({ bytes, name: '台账.xlsx' })).toEqual({
      as: 'sheets',
      sheets: [
        {
          name: '案例',
          cells: [
            ['标题', '损失', '有效期'],
            ['领鸡蛋', 35000, { day: '2027-10-11' }],
          ],
        },
        { name: '说明', cells: [['怎么填']] },
      ],
    })
  })

  it('IMP-1 a document is read as headings, paragraphs and tables in their order', async () => {
    const bytes = docxOf({ heading: '领鸡蛋' }, '张大妈领了鸡蛋。', [
      ['类别', '投资养老'],
      ['金额', '3万元'],
    ])
    expect(await readFile({ bytes, name: '案例.docx' })).toEqual({
      as: 'document',
      blocks: [
        { as: 'heading', level: 1, text: '领鸡蛋' },
        { as: 'text', text: '张大妈领了鸡蛋。' },
        {
          as: 'table',
          rows: [
            ['类别', '投资养老'],
            ['金额', '3万元'],
          ],
        },
      ],
      pictures: 0,
    })
  })

  it('IMP-2 old formats, other names and passwords are told apart', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await codeOf(old, '台账.xls')).toBe('IMPORT_FILE_KIND')
    expect(await codeOf(old, '案例.doc')).toBe('IMPORT_FILE_KIND')
    expect(await codeOf(old, '案例.wps')).toBe('IMPORT_FILE_KIND')
    expect(await codeOf(old, '台账.xlsx')).toBe('IMPORT_FILE_LOCKED')
    expect(await codeOf(strToU8('标题,经过'), '台账.csv')).toBe('IMPORT_FILE_KIND')
    expect(await codeOf(strToU8('标题,经过'), '台账.xlsx')).toBe('IMPORT_FILE_DAMAGED')
    expect(await codeOf(zipSync({ 'a.txt': strToU8('a') }), '台账.xlsx')).toBe('IMPORT_FILE_DAMAGED')
  })

  it('IMP-3 a file that grows without end is refused before it is unpacked', async () => {
    const bomb = { ...docxParts('一'), 'word/footnotes.xml': new Uint8Array(2 * 1024 * 1024) }
    expect(await codeOf(zipSync(bomb, { level: 1 }), '案例.docx')).toBe('IMPORT_FILE_TOO_LARGE')
    expect(await codeOf(new Uint8Array(OFFICE_LIMITS.bytes + 1), '案例.docx')).toBe('IMPORT_FILE_TOO_LARGE')
  })

  it('IMP-3 a document type is refused, whatever it defines', async () => {
    const parts = docxParts('一')
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const evil = Buffer.concat([Buffer.from(lol), Buffer.from(parts['word/document.xml']!)])
    expect(await codeOf(zipSync({ ...parts, 'word/document.xml': new Uint8Array(evil) }), 'a.docx')).toBe(
      'IMPORT_FILE_DAMAGED',
    )
    const wide = new Uint8Array(Buffer.from(`\ufeff${lol}<a/>`, 'utf16le'))
    expect(await codeOf(zipSync({ ...parts, 'word/document.xml': wide }), 'a.docx')).toBe(
      'IMPORT_FILE_DAMAGED',
    )
  })

  it('IMP-3 a formula is its stored result, and is not reckoned', async () => {
    const bytes = await withSheet((xml) =>
      xml.replace(
        '</row></sheetData>',
        '<c r="C3"><f>HYPERLINK("http://x")&amp;1+1</f><v>7</v></c></row></sheetData>',
      ),
    )
    const read = await readFile({ bytes, name: '台账.xlsx' })
    expect(JSON.stringify(read)).toContain('7')
    expect(JSON.stringify(read)).not.toContain('HYPERLINK')
  })

  it('IMP-3 cells without words cost nothing, however far down they go; words too far out are refused', async () => {
    const far = Array.from(
      { length: 3_000 },
      (_, i) => `<row r="${1_045_000 + i}"><c r="A${1_045_000 + i}" s="1"/></row>`,
    )
    const read = await readFile({
      bytes: await withSheet((xml) => xml.replace('</sheetData>', `${far.join('')}</sheetData>`)),
      name: '台账.xlsx',
    })
    expect(read.as === 'sheets' && read.sheets[0]?.cells.length).toBe(3)
    const out = await withSheet((xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    )
    expect(await codeOf(out, '台账.xlsx')).toBe('IMPORT_FILE_TOO_LARGE')
  })

  it('IMP-3 what stands in cells merged downwards holds for each of their rows', async () => {
    const bytes = await withSheet((xml) =>
      xml
        .replace(/<c r="B3"[\s\S]*?<\/c>/, '')
        .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
    )
    const read = await readFile({ bytes, name: '台账.xlsx' })
    expect(read.as === 'sheets' && read.sheets[0]?.cells).toEqual([
      ['标题', '类别'],
      ['一', '甲'],
      ['二', '甲'],
    ])
  })

  it('IMP-3 whatever byte is changed, it refuses or reads, and throws nothing else', async () => {
    const files = [
      { name: 'a.xlsx', bytes: await xlsxOf({ name: '表', rows: [['标题'], ['一']] }) },
      { name: 'a.docx', bytes: docxOf({ heading: '一' }, '二', [['标题', '三']]) },
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async ({ name, bytes }, at, flip) => {
          const bad = Uint8Array.from(bytes)
          bad[at % bad.length] = (bad[at % bad.length] ?? 0) ^ flip
          expect(await codeOf(bad, name)).toMatch(/^(?:read|IMPORT_FILE_[A-Z_]+)$/)
        },
      ),
      { numRuns: 80 },
    )
  })
})
