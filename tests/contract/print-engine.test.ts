/** What the CMS takes for granted of a print engine: the fake its tests run on does the same as the real one. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintOrder, PrintPort } from '../../cms/base/ports.ts'
import type { Sha256, UnitId } from '../../src/model/ids.ts'
import { parseCode } from '../../src/poster/index.ts'
import { PRINT_NOW } from '../builders/print.ts'
import { fakePrint, NOTICE } from '../fakes/print.ts'
import { caseOrder, openPrinting } from '../integration/printing.ts'

type Opened = { readonly print: PrintPort; readonly template: string; readonly close: () => Promise<void> }

const sha256 = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256

const engines: readonly { readonly name: string; readonly open: () => Opened }[] = [
  {
    name: 'fake',
    open: () => {
      const print = fakePrint({ now: () => PRINT_NOW, sha256 })
      return { print, template: NOTICE.id, close: async () => undefined }
    },
  },
  {
    name: 'real',
    open: () => {
      const { print, close } = openPrinting()
      return { print, template: 'notice-a4', close }
    },
  },
]

const codesOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'taken',
    (error: { refusals?: { code: string }[] }) => error.refusals?.map(({ code }) => code) ?? String(error),
  )

describe.each(engines)('the $name print engine', ({ open }) => {
  let engine: Opened
  const order = (
    choice: Partial<PrintOrder['choice']> = {},
    source: Partial<PrintOrder['source']> = {},
  ): PrintOrder => caseOrder({ template: engine.template, size: 'a4', ...choice }, source)
  beforeAll(() => {
    engine = open()
  })
  afterAll(() => engine.close())

  it('PST-5 names a sheet by one code, made of release, template and unit alone', async () => {
    const { codeOf } = engine.print
    const code = await codeOf(order())
    expect(parseCode(code)).toBe(code)
    expect(await codeOf(order({ way: 'shop', contact: { name: '老孙', number: '110' } }))).toBe(code)
    const { unit } = order().source
    const other = { id: 'other-unit' as UnitId, name: unit.name }
    expect(await codeOf(order({ unit: other.id }, { unit: other }))).not.toBe(code)
  })

  it('PST-3 answers a picture and a file, and tells what is soft beside it', async () => {
    const seen = await engine.print.preview(order(), 'clerk', 1)
    expect(seen.type).toBe('image/svg+xml')
    const made = await engine.print.pdf(order({}, { publicUrl: null }), 'clerk')
    expect([made.type, made.name.endsWith('.pdf'), made.warnings.map(({ code }) => code)]).toEqual([
      'application/pdf',
      true,
      ['PRINT_NO_QR'],
    ])
  })

  it('PST-4 refuses, by code, what must not print', async () => {
    const wrong: [PrintOrder, string][] = [
      [order({ template: 'none' }), 'PRINT_TEMPLATE_UNKNOWN'],
      [order({ size: 'a0' }), 'PRINT_SIZE_UNKNOWN'],
      [order({}, { withdrawnAt: PRINT_NOW - 1 }), 'PRINT_WITHDRAWN'],
      [order({}, { validUntil: PRINT_NOW }), 'PRINT_EXPIRED'],
      [order({ contact: { name: '一二三四五六七八九十一', number: '110' } }), 'PRINT_CONTACT_INVALID'],
    ]
    for (const [one, code] of wrong) {
      expect(await codesOf(engine.print.pdf(one, 'clerk')), code).toEqual([code])
      expect(await codesOf(engine.print.preview(one, 'clerk', 1)), code).toEqual([code])
    }
  })

  it('PST-6 makes many in one file, counting on the way, and stops when told', async () => {
    const heard: number[] = []
    const orders = [order(), order(), order()]
    const { signal } = new AbortController()
    const file = await engine.print.bulk(orders, 'zip', 'operator', {
      progress: (done) => heard.push(done),
      signal,
    })
    expect([file.type, heard]).toEqual(['application/zip', [1, 2, 3]])
    const stopped = engine.print.bulk(orders, 'pdf', 'operator', {
      progress: () => undefined,
      signal: AbortSignal.abort(),
    })
    expect(await codesOf(stopped)).toEqual(['PRINT_CANCELLED'])
  })

  it('PST-12 lets no package through that is none', async () => {
    const before = (await engine.print.templates()).map(({ id }) => id)
    const [code] = (await codesOf(
      engine.print.installTemplate(new TextEncoder().encode('no zip')),
    )) as string[]
    expect(code).toMatch(/^TEMPLATE_/)
    expect((await engine.print.templates()).map(({ id }) => id)).toEqual(before)
  })
})
