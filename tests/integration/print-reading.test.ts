/** What a printing program and a reader find in the files that leave the house. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintOrder } from '../../cms/base/ports.ts'
import { atTrueSize } from '../../src/adapters/pdf/true-size.ts'
import { PDFDict, PDFDocument, PDFName } from '../../src/adapters/pdf/pdf-lib.ts'
import { textRuns } from '../../src/adapters/pdf/text-runs.ts'
import { RefusalError } from '../../src/errors/refusal.ts'
import { caseOrder, openPdf, openPrinting, shortCase, type Printing } from './printing.ts'

let engine: Printing
beforeAll(() => {
  engine = openPrinting()
})
afterAll(() => engine.close())

const words = shortCase({
  title: '高息——是饵……',
  accent: '',
  lines: ['他说——“先‘投’……”', '12,800元——全没了'],
})
const office = { template: 'notice-a4', size: 'a4' } as const
const tiled = { template: 'case-a3', size: 'a3', tiling: 'true-size' } as const
const order = (choice: Partial<PrintOrder['choice']>): PrintOrder => caseOrder(choice, { words })
const never = new AbortController().signal
const bulk = async (choice: Partial<PrintOrder['choice']>, as: 'zip' | 'pdf') =>
  (
    await engine.print.bulk([order(choice), order(choice)], as, 'clerk', {
      progress: () => undefined,
      signal: never,
    })
  ).bytes

/** Every place of the table leads to its object, so that no reader has to guess. */
const placesHold = (pdf: Uint8Array): boolean => {
  const text = Buffer.from(pdf).toString('latin1')
  const table = Number(/startxref\n(\d+)\n%%EOF$/.exec(text.trimEnd())?.[1])
  const rows = [...text.slice(table).matchAll(/(\d{10}) \d{5} ([nf])/g)]
  return (
    text.startsWith('xref', table) &&
    rows.length > 10 &&
    rows.every(([, at, is], i) => is === 'f' || text.startsWith(`${i} 0 obj`, Number(at)))
  )
}

const preferences = async (pdf: Uint8Array): Promise<string | undefined> =>
  (await PDFDocument.load(pdf)).catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).toString()

const files: readonly (readonly [name: string, make: () => Promise<Uint8Array>])[] = [
  ['office', async () => (await engine.print.pdf(order(office), 'clerk')).bytes],
  ['tiled', async () => (await engine.print.pdf(order(tiled), 'clerk')).bytes],
  ['all villages', () => bulk(office, 'pdf')],
  ['all villages, tiled', () => bulk(tiled, 'pdf')],
  ['one of a zip', async () => Object.values(unzipSync(await bulk(office, 'zip')))[0] ?? new Uint8Array()],
]

describe('a file that leaves the house', () => {
  it.each(files)('PRT-21 %s: asks to be printed at true size, and is whole', async (_, make) => {
    const pdf = await make()
    expect(await preferences(pdf)).toMatch(/\/PrintScaling \/None/)
    expect(placesHold(pdf)).toBe(true)
    expect(await (await openPdf(pdf)).getViewerPreferences()).toMatchObject({ PrintScaling: 'None' })
  })

  it.each(files)('PRT-20 %s: its words read as they were typed', async (_, make) => {
    const [page = []] = textRuns(await PDFDocument.load(await make()))
    const said = page.join('')
    for (const text of [words.title, ...words.lines]) expect(said).toContain(text)
  })

  it('PRT-21 a press file is left to the shop', async () => {
    const { bytes } = await engine.print.pdf(order({ ...tiled, tiling: 'none', way: 'shop' }), 'clerk')
    expect(await preferences(bytes)).not.toMatch(/PrintScaling/)
  })

  it('PRT-21 a file that is not the engine’s is refused, not damaged', () => {
    for (const text of [
      '',
      '%PDF-1.7',
      'x\nstartxref\n0\n%%EOF',
      'xref /ViewerPreferences <<\nstartxref\n1\n%%EOF',
    ])
      expect(() => atTrueSize(new TextEncoder().encode(text))).toThrow(RefusalError)
  })
})
