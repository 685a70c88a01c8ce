import { describe, expect, it } from 'vitest'
import { dwellOf } from '../../../src/page/dwell.ts'

describe('dwell', () => {
  it.each([
    [7, false, false, 15_000],
    [20, false, false, 15_000],
    [30, false, false, 21_000],
    [40, false, false, 27_000],
    [7, true, false, 10_000],
    [15, true, false, 12_000],
    [7, true, true, 15_000],
  ])('PAGE-5 %s characters, indoor %s, road %s: %s ms', (n, indoor, roadFacing, ms) => {
    expect(dwellOf(n, { indoor, roadFacing })).toBe(ms)
  })
})
