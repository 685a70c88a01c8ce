import { describe, expect, it } from 'vitest'
import { elementFaults } from '../../../src/poster/elements.ts'
import { sheetData } from '../../../src/poster/sheet-data.ts'
import type { PlacedElement, PrintSource } from '../../../src/poster/sheet.ts'
import { ELEMENTS } from '../../../src/poster/template.ts'
import { buildOrder, buildSchema, buildSize, PRINT_NOW } from '../../builders/print.ts'

const words = 'https://shield.example.cn/v/7K3D-92MQ'
const schema = buildSchema()
const data = (source: Partial<PrintSource> = {}, qr = true, used = schema) =>
  sheetData(buildOrder({}, source), used, {
    code: '7K3D92MQ',
    qr: qr ? { path: '/qr.svg', words } : null,
    photoPath: null,
    now: PRINT_NOW,
    palette: 'rgb',
  })

const at = (element: string, changes: Partial<PlacedElement> = {}): PlacedElement => ({
  element,
  page: 1,
  x: 20,
  y: 380,
  width: 30,
  height: 30,
  ...(element === 'qr' ? { words } : {}),
  ...changes,
})
const all = ELEMENTS.map((name) => at(name))
const without = (name: string, ...more: readonly PlacedElement[]) => [
  ...all.filter(({ element }) => element !== name),
  ...more,
]

describe('elements', () => {
  it('PRT-7 a sheet with all it must carry has no fault', () => {
    expect(elementFaults(schema, data(), all)).toEqual([])
    expect(
      elementFaults(
        schema,
        data({}, false),
        all.map((one) => at(one.element, { words: '' })),
      ),
    ).toEqual([])
  })

  it.each(ELEMENTS)('PRT-7 a sheet without %s is refused by its name', (name) => {
    expect(elementFaults(schema, data(), without(name))).toMatchObject([
      { code: 'PRINT_ELEMENT_MISSING', field: name },
    ])
  })

  it('PRT-7 what hangs over the edge or has no size is not on the sheet', () => {
    for (const bad of [{ x: 290 }, { y: 400 }, { x: -1 }, { y: -1 }, { height: 0 }, { width: 0 }])
      expect(elementFaults(schema, data(), without('code', at('code', bad)))).toMatchObject([
        { field: 'code' },
      ])
  })

  it('PRT-7 a QR code is at least 25 mm and has its own address beside it', () => {
    const refused = (changes: Partial<PlacedElement>) =>
      elementFaults(schema, data(), without('qr', at('qr', changes)))[0]?.got
    expect(refused({ width: 24 })).toContain('24.0 mm, 25 mm are needed')
    expect(refused({ words: 'https://evil.cn' })).toContain(words)
    const tenth = buildSchema({ sizes: [buildSize({ scale: 0.1 })] })
    const small = without('qr', at('qr', { width: 3, height: 3 })).map((one) => ({
      ...one,
      x: 0,
      y: 0,
      width: 3,
      height: 3,
    }))
    expect(elementFaults(tenth, data({}, true, tenth), small)).toEqual([])
  })

  it('PRT-7 what has no end needs no end printed', () => {
    const bare = all.filter(({ element }) => element !== 'validUntil' && element !== 'tearOff')
    expect(elementFaults(schema, data({ validUntil: null }), bare)).toEqual([])
  })

  it('PRT-7 a banner carries what its schema asks and no more', () => {
    const banner = buildSchema({ required: ['issuer', 'code'] })
    expect(elementFaults(banner, data({}, false), [at('issuer'), at('code')])).toEqual([])
  })
})
