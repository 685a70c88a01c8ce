import { isRefusal } from '../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedElement, PlacedWords } from '../../../src/poster/sheet.ts'
import { planPages, planTiles, type TilePlan } from '../../../src/poster/tiles.ts'

const A3 = { widthMm: 297, heightMm: 420 }
const kept = (element: string, x: number, y: number, width: number, height: number): PlacedElement => ({
  element,
  page: 1,
  x,
  y,
  width,
  height,
})

const NONE = { kept: [] }
const line = (y: number, height = 14): PlacedWords => ({ page: 1, x: 20, y, width: 250, height })

const planOf = (...args: Parameters<typeof planTiles>): TilePlan => {
  const plan = planTiles(...args)
  if (isRefusal(plan)) throw new Error(plan.code)
  return plan
}

describe('tiles', () => {
  it('PRT-9 at true size an A3 sheet is four upright A4 ones', () => {
    const plan = planOf(A3, 'true-size', NONE)
    expect(plan).toMatchObject({ scale: 1, percent: 100, columns: 2, rows: 2, paper: { widthMm: 210 } })
    expect(plan.windows.map(({ label }) => label)).toEqual([
      '第1行第1列（共2行2列）',
      '第1行第2列（共2行2列）',
      '第2行第1列（共2行2列）',
      '第2行第2列（共2行2列）',
    ])
    expect(plan.windows.map(({ cut, glue }) => [...cut, ...glue].join(' '))).toEqual([
      'right bottom',
      'left bottom',
      'top right',
      'left top',
    ])
  })

  it('PRT-9 enlarged it fills the same four at 131 per cent', () => {
    const plan = planOf(A3, 'fill', NONE)
    expect(plan).toMatchObject({ percent: 131, columns: 2, rows: 2 })
    expect(plan.windows[0]).toMatchObject({ width: expect.closeTo(200, 3) as number })
  })

  it('PRT-9 the sheets lie down where that saves one', () => {
    expect(planOf({ widthMm: 420, heightMm: 594 }, 'true-size', NONE)).toMatchObject({
      columns: 2,
      rows: 4,
      paper: { widthMm: 297 },
    })
  })

  it('PRT-9 a code in the middle moves the seams, or makes the picture a little smaller', () => {
    const qr = kept('qr', 133, 195, 30, 30)
    const plan = planOf(A3, 'true-size', { kept: [qr] })
    expect(plan.windows).toHaveLength(4)
    const fill = planOf(A3, 'fill', { kept: [qr] })
    expect(fill.windows).toHaveLength(4)
    expect(fill.scale).toBeGreaterThan(1)
    expect(fill.scale).toBeLessThan(1.31)
  })

  it('PRT-9 the edge of a sheet runs between two lines of words, where an even one would cut the middle line', () => {
    const lines = [190, 206, 222].map((y) => line(y))
    const plan = planOf(A3, 'true-size', { kept: [], lines })
    const edge = plan.windows.find(({ row }) => row === 2)?.y ?? 0
    expect(planOf(A3, 'true-size', NONE).windows.find(({ row }) => row === 2)?.y).toBe(205)
    expect(lines.filter(({ y, height }) => edge > y - 1.4 && edge < y + height + 1.4)).toEqual([])
    expect(plan.windows).toHaveLength(4)
  })

  it('PRT-9 filling gives up a little for a seam beside words, and no more than a little', () => {
    const full = planOf(A3, 'fill', NONE)
    const seam = full.windows.find(({ row }) => row === 2)?.y ?? 0
    const beside = planOf(A3, 'fill', { kept: [], lines: [line(seam / full.scale - 2, 12)] })
    expect(beside.scale).toBeLessThan(full.scale)
    expect(beside.scale).toBeGreaterThan(full.scale * 0.92)
    const solid = planOf(A3, 'fill', { kept: [], lines: [line(60, 300)] })
    expect(solid.scale).toBe(full.scale)
  })

  it('PRT-9 PRT-17 two sheets hold an A3 one at nine tenths, the seam beside every line or not at all', () => {
    const plan = planOf(A3, 'two-sheets', NONE)
    expect(plan).toMatchObject({ columns: 1, rows: 2, percent: 90, paper: { widthMm: 297 } })
    expect(planTiles(A3, 'two-sheets', { kept: [], lines: [line(60, 300)] })).toMatchObject({
      code: 'PRINT_TILES_TWO',
    })
    expect(planTiles({ widthMm: 420, heightMm: 594 }, 'two-sheets', NONE)).toMatchObject({
      code: 'PRINT_TILES_TWO',
    })
    const mm = fc.integer({ min: 10, max: 390 })
    fc.assert(
      fc.property(fc.array(fc.tuple(mm, fc.integer({ min: 3, max: 25 })), { maxLength: 25 }), (some) => {
        const lines = some.map(([y, height]) => line(y, height))
        const two = planTiles(A3, 'two-sheets', { kept: [], lines })
        if (isRefusal(two)) return
        expect(two.windows).toHaveLength(2)
        const edge = (two.windows[1]?.y ?? 0) / two.scale
        for (const { y, height } of lines) expect(edge <= y - 1 || edge >= y + height + 1).toBe(true)
      }),
    )
  })

  it('PRT-9 all pages of a sheet are enlarged alike, at least true size', () => {
    const mm = fc.integer({ min: 0, max: 250 })
    const page = fc
      .array(
        fc.tuple(mm, mm).map(([x, y]) => kept('qr', x, y, 40, 40)),
        { maxLength: 2 },
      )
      .map((some) => ({ kept: some }))
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (pages) => {
        const plans = planPages(A3, 'fill', pages)
        if ('code' in plans) return
        expect(plans).toHaveLength(pages.length)
        expect(new Set(plans.map(({ scale }) => scale)).size).toBe(1)
        expect(plans[0]?.scale).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('PRT-9 a hotline wider than a sheet, or too many sheets, is refused', () => {
    expect(
      planTiles({ widthMm: 800, heightMm: 1_800 }, 'true-size', {
        kept: [kept('hotline', 50, 100, 700, 90)],
      }),
    ).toMatchObject({
      code: 'PRINT_TILES_CUT',
    })
    expect(planTiles({ widthMm: 3_000, heightMm: 3_000 }, 'true-size', NONE)).toMatchObject({ limit: 64 })
  })

  it('PRT-9 whatever the page and its codes: every point is on a sheet, nothing kept whole is on a seam', () => {
    const mm = (min: number, max: number) => fc.integer({ min, max })
    const element = fc
      .tuple(mm(0, 500), mm(0, 700), mm(10, 90), mm(10, 60))
      .map(([x, y, width, height]) => kept('qr', x, y, width, height))
    fc.assert(
      fc.property(
        mm(150, 600),
        mm(150, 800),
        fc.constantFrom('true-size' as const, 'fill' as const),
        fc.array(element, { maxLength: 3 }),
        (widthMm, heightMm, tiling, elements) => {
          const inside = elements.filter((e) => e.x + e.width <= widthMm && e.y + e.height <= heightMm)
          const plan = planTiles({ widthMm, heightMm }, tiling, { kept: inside })
          if (isRefusal(plan)) return
          const { scale, windows, paper } = plan
          expect(scale).toBeGreaterThanOrEqual(1)
          expect(windows).toHaveLength(plan.rows * plan.columns)
          const holds = (x: number, y: number, width: number, height: number) =>
            windows.some(
              (w) =>
                w.x <= x + 0.01 &&
                w.y <= y + 0.01 &&
                w.x + w.width >= x + width - 0.01 &&
                w.y + w.height >= y + height - 0.01,
            )
          for (const w of windows) {
            expect(w.width).toBeLessThanOrEqual(paper.widthMm - 9.99)
            expect(w.height).toBeLessThanOrEqual(paper.heightMm - 15.99)
          }
          for (const fx of [0, 0.2, 0.5, 0.77, 1])
            for (const fy of [0, 0.3, 0.5, 0.81, 1])
              expect(holds(fx * widthMm * scale, fy * heightMm * scale, 0, 0)).toBe(true)
          for (const e of inside)
            expect(holds(e.x * scale, e.y * scale, e.width * scale, e.height * scale)).toBe(true)
        },
      ),
    )
  })
})
