import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seamsOf, type Side } from '../../../src/poster/seams.ts'

const side = (length: number, whole: Side['whole'] = []): Side => ({ length, reach: 200, overlap: 10, whole })

describe('seams', () => {
  it('PRT-9 none where one sheet will do, as few and even as can be where not', () => {
    expect(seamsOf(side(200))).toEqual([])
    expect(seamsOf(side(297))).toEqual([143.5])
    expect(seamsOf(side(390))).toEqual([190])
    expect(seamsOf(side(391))).toHaveLength(2)
  })

  it('PRT-9 go round what stays whole, to the nearer side', () => {
    expect(seamsOf(side(297, [{ from: 120, to: 150 }]))).toEqual([150])
    expect(seamsOf(side(297, [{ from: 145, to: 180 }]))).toEqual([135])
  })

  it('PRT-9 take a sheet more when there is no other way', () => {
    expect(seamsOf(side(390, [{ from: 180, to: 220 }]))).toHaveLength(2)
    expect(seamsOf(side(390, [{ from: 90, to: 300 }]))).toBeNull()
  })

  it('PRT-9 whatever is asked: each sheet in reach, overlaps in order, nothing whole touched', () => {
    const whole = fc
      .tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 120 }))
      .map(([from, width]) => ({ from, to: from + width }))
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 2_000 }), fc.array(whole, { maxLength: 4 }), (length, kept) => {
        const seams = seamsOf(side(length, kept))
        if (!seams) return
        const starts = [0, ...seams]
        const ends = [...seams.map((seam) => seam + 10), length]
        starts.forEach((start, i) => {
          expect((ends[i] ?? 0) - start).toBeLessThanOrEqual(200.001)
          expect((ends[i] ?? 0) - start).toBeGreaterThan(0)
        })
        seams.forEach((seam, i) => {
          expect(seam).toBeGreaterThanOrEqual((starts[i] ?? 0) + 9.999)
          for (const { from, to } of kept) expect(seam + 10 <= from + 0.001 || seam >= to - 0.001).toBe(true)
        })
      }),
    )
  })
})
