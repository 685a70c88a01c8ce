import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReleaseId, UnitId } from '../../../src/model/ids.ts'
import { leavesPhotoOut, orderFaults, sizeOf } from '../../../src/poster/order-faults.ts'
import { buildCase, buildHotline, buildPicture, buildWords } from '../../builders/content.ts'
import { LETTERS } from '../../builders/dictionary.ts'
import { buildChoice, buildOrder, buildSchema, buildSize, PRINT_NOW } from '../../builders/print.ts'

const DAY = 86_400_000
const schema = buildSchema()
const codes = (order = buildOrder(), now = PRINT_NOW) => {
  const { refuse, warn } = orderFaults(order, schema, now, LETTERS)
  return { refuse: refuse.map((r) => r.code), warn: warn.map((r) => r.code) }
}

describe('orders', () => {
  it('PRT-6 a released content in force prints without a word', () => {
    expect(codes()).toEqual({ refuse: [], warn: [] })
  })

  it('PRT-6 withdrawn and expired content says since when', () => {
    const withdrawn = buildOrder({}, { withdrawnAt: Date.parse('2026-11-21T20:00:00Z') })
    expect(orderFaults(withdrawn, schema, PRINT_NOW, LETTERS).refuse).toMatchObject([
      { code: 'PRINT_WITHDRAWN', got: '2026年11月22日' },
    ])
    const expired = buildOrder({}, { validUntil: PRINT_NOW })
    expect(orderFaults(expired, schema, PRINT_NOW, LETTERS).refuse).toMatchObject([
      { code: 'PRINT_EXPIRED', got: '2026年11月23日' },
    ])
    expect(codes(buildOrder({}, { validUntil: null })).refuse).toEqual([])
  })

  it('PRT-6 another release than the one read, or one of tomorrow, is not released', () => {
    expect(codes(buildOrder({ release: 'other' as ReleaseId })).refuse).toEqual(['PRINT_NOT_RELEASED'])
    expect(codes(buildOrder({}, { releasedAt: PRINT_NOW + 1 })).refuse).toEqual(['PRINT_NOT_RELEASED'])
  })

  it('PRT-6 another unit than the one read is refused', () => {
    expect(codes(buildOrder({ unit: 'unit-2' as UnitId })).refuse).toEqual(['PRINT_OTHER_UNIT'])
  })

  it('PRT-6 a size, way or tiling the template lacks is named', () => {
    const refused = (choice: Parameters<typeof buildChoice>[0]) =>
      orderFaults(buildOrder(choice), schema, PRINT_NOW, LETTERS).refuse
    expect(refused({ size: 'a0' })).toMatchObject([{ code: 'PRINT_SIZE_UNKNOWN', got: 'a0/office/none' }])
    expect(refused({ way: 'shop', tiling: 'fill' })).toMatchObject([{ code: 'PRINT_SIZE_UNKNOWN' }])
    expect(sizeOf(buildChoice({ tiling: 'true-size' }), schema)?.id).toBe('a3')
    const officeOnly = buildSchema({ sizes: [buildSize({ ways: ['office'] })] })
    expect(sizeOf(buildChoice({ way: 'shop' }), officeOnly)).toBeUndefined()
  })

  it('PRT-17 what one sheet of A4 holds is not joined of several', () => {
    const a4 = buildSchema({ sizes: [buildSize({ widthMm: 297, heightMm: 210 })] })
    for (const tiling of ['true-size', 'fill'] as const)
      expect(orderFaults(buildOrder({ tiling }), a4, PRINT_NOW, LETTERS).refuse).toMatchObject([
        { code: 'PRINT_TILES_NEEDLESS', field: 'tiling' },
      ])
    expect(orderFaults(buildOrder(), a4, PRINT_NOW, LETTERS).refuse).toEqual([])
    expect(orderFaults(buildOrder({ tiling: 'fill' }), schema, PRINT_NOW, LETTERS).refuse).toEqual([])
  })

  it('PRT-6 a page longer than a PDF may be is refused, a tenth of it is not', () => {
    const banner = (scale: 1 | 0.1, widthMm = 6_000) =>
      buildSchema({ sizes: [buildSize({ widthMm, heightMm: 700, scale })], photo: null })
    const shop = buildOrder({ way: 'shop' })
    expect(orderFaults(shop, banner(1), PRINT_NOW, LETTERS).refuse).toMatchObject([
      { code: 'PRINT_PAGE_TOO_LARGE', limit: 5_080, got: 6_020 },
    ])
    expect(orderFaults(shop, banner(0.1), PRINT_NOW, LETTERS).refuse).toEqual([])
    expect(orderFaults(shop, banner(1, 5_070), PRINT_NOW, LETTERS).refuse).toHaveLength(1)
    expect(orderFaults(buildOrder(), banner(1, 5_070), PRINT_NOW, LETTERS).refuse).toEqual([])
  })

  it('PRT-6 a hotline nobody confirmed for more than 180 days is told, with who must', () => {
    const hotline = (verifiedAt: number) => ({
      hotline: { ...buildHotline(), verifiedAt, confirmBy: '五间派出所' },
    })
    expect(codes(buildOrder({}, hotline(PRINT_NOW - 180 * DAY))).warn).toEqual([])
    const { warn } = orderFaults(
      buildOrder({}, hotline(PRINT_NOW - 180 * DAY - 1)),
      schema,
      PRINT_NOW,
      LETTERS,
    )
    expect(warn).toMatchObject([
      { code: 'PRINT_HOTLINE_STALE', got: '96110', limit: 180, hint: '五间派出所' },
    ])
    expect(warn[0]?.message_zh).toContain('请五间派出所核实')
    expect(codes(buildOrder({}, hotline(PRINT_NOW + DAY / 2))).warn).toEqual([])
    expect(codes(buildOrder({}, hotline(PRINT_NOW + 365 * DAY))).warn).toEqual(['PRINT_HOTLINE_STALE'])
  })

  it('PRT-4 a coarse photo is left out and told, a soft one told, and one without a place', () => {
    const photo = (width: number) =>
      buildOrder({}, { words: buildWords(buildCase({ photo: { ...buildPicture(), width, height: width } })) })
    expect(codes(photo(400))).toEqual({ refuse: [], warn: ['PRINT_PHOTO_COARSE'] })
    expect(leavesPhotoOut(photo(400), schema, null)).toBe(true)
    expect(leavesPhotoOut(photo(600), schema, null)).toBe(false)
    expect(codes(photo(600)).warn).toEqual(['PRINT_PHOTO_SOFT'])
    expect(codes(photo(900))).toEqual({ refuse: [], warn: [] })
    const placeless = orderFaults(photo(10), buildSchema({ photo: null }), PRINT_NOW, LETTERS)
    expect([placeless.refuse, placeless.warn.map(({ code }) => code)]).toEqual([[], ['PRINT_PHOTO_NO_PLACE']])
    const filled = (width: number) => buildOrder({ tiling: 'fill' }, photo(width).source)
    expect(codes(filled(600)).warn).toEqual(['PRINT_PHOTO_COARSE'])
    expect(codes(filled(900)).warn).toEqual(['PRINT_PHOTO_SOFT'])
    expect(codes(filled(1_200))).toEqual({ refuse: [], warn: [] })
  })

  it('PRT-4 TPL-27 a drawing of the product is told of on no sheet, however large and few its pixels', () => {
    const photo = { ...buildPicture(), width: 100, height: 100 }
    const order = buildOrder({ tiling: 'fill' }, { words: buildWords(buildCase({ photo })) })
    const seen = { look: 'screen-drawing', width: 100, height: 100 } as const
    const warned = (vector?: true) =>
      orderFaults(order, schema, PRINT_NOW, LETTERS, [], { ...seen, ...(vector && { vector }) }).warn.map(
        ({ code }) => code,
      )
    expect(warned()).toEqual(['PRINT_PHOTO_COARSE'])
    expect(warned(true)).toEqual([])
    expect(leavesPhotoOut(order, schema, { ...seen, vector: true })).toBe(false)
  })

  it('PRT-2 without an address phones can open that is told where a QR code is asked for', () => {
    expect(codes(buildOrder({}, { publicUrl: null })).warn).toEqual(['PRINT_NO_QR'])
    expect(codes(buildOrder({}, { publicUrl: 'http://localhost:3000' })).warn).toEqual(['PRINT_NO_QR'])
    expect(codes(buildOrder({}, { publicUrl: 'http://192.168.1.9:3000' })).warn).toEqual(['PRINT_QR_LAN'])
    const banner = buildSchema({ required: ['issuer', 'code'] })
    expect(orderFaults(buildOrder({}, { publicUrl: null }), banner, PRINT_NOW, LETTERS).warn).toEqual([])
  })

  it('PRT-3 a contact line that will not do is refused at its field', () => {
    const order = buildOrder({ contact: { name: '<王芳>', number: '110' } })
    expect(orderFaults(order, schema, PRINT_NOW, LETTERS).refuse).toMatchObject([{ field: 'contact.name' }])
  })

  it('PRT-6 once over, always over; once withdrawn, always withdrawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (day, later) => {
        const now = PRINT_NOW + day * DAY
        for (const source of [{ validUntil: PRINT_NOW }, { withdrawnAt: PRINT_NOW, validUntil: null }]) {
          const order = buildOrder({}, source)
          expect(orderFaults(order, schema, now + later * DAY, LETTERS).refuse).not.toEqual([])
        }
      }),
    )
  })
})
