import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { partition } from '../../../src/page/partition.ts'

describe('partition', () => {
  it('finds the cheapest way', () => {
    const squares = partition(0, 6, 2, (a, b) => (b - a) ** 2)
    expect(squares).toEqual({ ends: [3, 6], cost: 18 })
  })

  it('answers undefined when there is none', () => {
    expect(partition(0, 4, 2, () => Number.POSITIVE_INFINITY)).toBeUndefined()
    expect(partition(0, 2, 5, () => 0)).toBeUndefined()
    expect(partition(0, 10, 2, (a, b) => (b - a > 4 ? undefined : 0))).toBeUndefined()
  })

  it('parts follow each other and cover all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }), (n, k) => {
        const found = partition(0, n, k, (a, b) => Math.abs(b - a - n / k))
        if (k > n) expect(found).toBeUndefined()
        else {
          expect(found?.ends).toHaveLength(k)
          expect(found?.ends.at(-1)).toBe(n)
          expect(found?.ends).toEqual([...(found?.ends ?? [])].sort((a, b) => a - b))
        }
      }),
    )
  })
})
