import { describe, expect, it } from 'vitest'
import { advanceOf } from '../../../src/page/metrics.ts'
import { dotFaceOf } from '../../../src/page/strip.ts'
import { STRIP_METRICS } from '../../../src/page/strip.generated.ts'

describe('FONT-5 the 32-dot face is for 32·k where every player draws it', () => {
  it.each([
    [16, true, 'pixel'],
    [32, true, 'strip'],
    [48, true, 'pixel'],
    [64, true, 'strip'],
    [32, false, 'pixel'],
  ] as const)('FONT-5 %i px, drawn by all: %s', (px, draws, face) => {
    expect(dotFaceOf(px, draws)).toBe(face)
  })

  it('FONT-5 a digit is as wide as a hanzi and nearly as tall', () => {
    for (const character of '0123456789０９国') expect(advanceOf(STRIP_METRICS, character)).toBe(1000)
    expect(STRIP_METRICS.digit).toBeGreaterThan(STRIP_METRICS.top * 0.9)
    expect(STRIP_METRICS.top - STRIP_METRICS.bottom).toBeLessThanOrEqual(1000)
  })
})
