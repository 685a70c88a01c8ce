import { isRefusal } from '../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedElement } from '../../../src/poster/sheet.ts'
import { fitsA4, joinsOf, LEAST_FILL_PERCENT, plansFor, tilingsOf } from '../../../src/poster/tilings.ts'

const A3 = { widthMm: 297, heightMm: 420, scale: 1 }
const hotline = (page: number, x: number, width: number): PlacedElement => ({
  element: 'hotline',
  page,
  x,
  y: 380,
  width,
  height: 20,
})

describe('tilings', () => {
  it('PRT-17 one sheet where one holds it, several where not, none where nobody would glue them', () => {
    for (const [widthMm, heightMm] of [
      [210, 297],
      [297, 210],
      [148, 210],
    ] as const)
      expect(tilingsOf({ widthMm, heightMm, scale: 1 }, 'office')).toEqual(['none'])
    expect(tilingsOf(A3, 'office')).toEqual(['true-size', 'two-sheets', 'fill'])
    expect(tilingsOf(A3, 'shop')).toEqual(['none'])
    expect(tilingsOf({ widthMm: 3_000, heightMm: 3_000, scale: 1 }, 'office')).toEqual([])
    expect(fitsA4({ widthMm: 2_000, heightMm: 2_000, scale: 0.1 })).toBe(true)
  })

  it('PRT-17 two sheets are offered where true size takes four, and not for what they would make small', () => {
    expect(tilingsOf({ widthMm: 210, heightMm: 400, scale: 1 }, 'office')).not.toContain('two-sheets')
    expect(tilingsOf({ widthMm: 150, heightMm: 900, scale: 1 }, 'office')).not.toContain('two-sheets')
    expect(tilingsOf({ widthMm: 420, heightMm: 297, scale: 1 }, 'office')).toContain('two-sheets')
  })

  it('PRT-17 filling is offered only where the sheets leave room for it', () => {
    expect(tilingsOf({ widthMm: 385, heightMm: 400, scale: 1 }, 'office')).toEqual(['true-size'])
  })

  it('PRT-17 a number over the middle of one page makes filling vain for all of them, and it is refused', () => {
    const placed = [hotline(1, 20, 60), hotline(2, 92, 94)]
    const joins = joinsOf(A3, { placed, pages: 2 })
    expect(joins).toMatchObject({ 'true-size': { sheets: 8, pages: 2, percent: 100 }, fill: null })
    expect(plansFor(A3, 'fill', { placed, pages: 2 })).toMatchObject({
      code: 'PRINT_TILES_SMALL',
      limit: LEAST_FILL_PERCENT,
    })
    expect(joinsOf(A3, { placed: placed.slice(0, 1), pages: 2 })).toMatchObject({
      'two-sheets': { sheets: 4, percent: 90, rows: 2, columns: 1 },
      fill: { sheets: 8, percent: 131 },
    })
    expect(joinsOf(A3, { placed: [hotline(1, 3, 291)], pages: 1 })).toMatchObject({ code: 'PRINT_TILES_CUT' })
  })

  it('PRT-17 whatever the sheet: filling is told as large as it is made, never under 105 per cent', () => {
    const mm = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(1, 2), mm, fc.integer({ min: 10, max: 90 }))), (kept) => {
        const placed = kept.map(([page, x, width]) => hotline(page, x, width))
        const joins = joinsOf(A3, { placed, pages: 2 })
        const plans = plansFor(A3, 'fill', { placed, pages: 2 })
        if (isRefusal(joins)) return
        const told = isRefusal(plans) ? null : plans.flatMap(({ windows }) => windows).length
        expect(joins.fill?.sheets ?? null).toBe(told)
        expect(joins.fill?.percent ?? LEAST_FILL_PERCENT).toBeGreaterThanOrEqual(LEAST_FILL_PERCENT)
      }),
    )
  })
})
