import { describe, expect, it } from 'vitest'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { advanceOf } from '../../../src/page/metrics.ts'

describe('metrics', () => {
  it('hanzi are one em, digits what the font says', () => {
    for (const c of '诈骗，。“') expect(advanceOf(METRICS.sans, c)).toBe(1000)
    expect(advanceOf(METRICS.sans, '9')).toBe(590)
    expect(advanceOf(METRICS.pixel, '9')).toBe(500)
    expect(advanceOf(METRICS.pixel, '诈')).toBe(1000)
  })

  it('tables are in order, so that looking up by halves is right', () => {
    for (const { advances } of Object.values(METRICS))
      for (let i = 1; i < advances.length; i++)
        expect(advances[i]?.[0]).toBeGreaterThan(advances[i - 1]?.[1] ?? Number.POSITIVE_INFINITY)
  })

  it('the pixel font stands on a grid of sixteenths', () => {
    for (const [, , advance] of METRICS.pixel.advances) expect((advance * 16) % 1000).toBe(0)
  })
})
