import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../src/errors/refusal.ts'
import { toldTogether } from '../../../src/poster/told-together.ts'

const NO_QR = refusal('PRINT_NO_QR', { field: 'qr' })
const NO_ROOM = refusal('PRINT_PHOTO_NO_ROOM', { field: 'photo' })

describe('PRT-25 what is told beside one file of many sheets', () => {
  it('PRT-25 once what holds for all, with its villages what holds for some', () => {
    const told = toldTogether([
      { unit: '李家村', warnings: [NO_QR, NO_ROOM] },
      { unit: '石桥村', warnings: [NO_QR] },
      { unit: '上溪村', warnings: [NO_ROOM, NO_QR] },
    ])
    expect(told.map(({ message_zh }) => message_zh)).toEqual([
      NO_QR.message_zh,
      `李家村、上溪村：${NO_ROOM.message_zh}`,
    ])
    expect(told[1]).toMatchObject({ code: 'PRINT_PHOTO_NO_ROOM', field: 'photo' })
    expect(told[1]?.message_en).toBe(`李家村, 上溪村: ${NO_ROOM.message_en}`)
    expect(toldTogether([{ unit: '李家村', warnings: [] }])).toEqual([])
  })

  it('PRT-25 of many villages a dozen are named, and how many there are', () => {
    const sheets = Array.from({ length: 200 }, (_, i) => ({
      unit: `第${i}村`,
      warnings: i === 0 ? [] : [NO_ROOM],
    }))
    expect(toldTogether(sheets)[0]?.message_zh).toMatch(/^第1村、.*第12村等 199 个村居：/)
  })

  it('PRT-25 no warning is lost, and none is told twice', () => {
    const warning = fc.constantFrom(NO_QR, NO_ROOM, refusal('PRINT_PHOTO_SOFT', { limit: 150, got: 120 }))
    const sheet = fc.record({ unit: fc.constantFrom('甲村', '乙村'), warnings: fc.uniqueArray(warning) })
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 8 }), (sheets) => {
        const codes = toldTogether(sheets).map(({ code }) => code)
        expect(new Set(codes)).toEqual(new Set(sheets.flatMap(({ warnings }) => warnings.map((w) => w.code))))
        expect(codes.length).toBe(new Set(codes).size)
      }),
    )
  })
})
