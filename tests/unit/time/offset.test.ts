import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetAt } from '../../../src/time/offset.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

describe('TIM-1 civil time comes from the zone, never from the machine', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-23T00:00:00Z', 8 * HOUR],
    ['Asia/Shanghai', '1988-07-01T00:00:00Z', 9 * HOUR],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 5 * HOUR + 45 * MINUTE],
    ['America/New_York', '2026-03-08T06:59:59.999Z', -5 * HOUR],
    ['America/New_York', '2026-03-08T07:00:00Z', -4 * HOUR],
    ['Australia/Lord_Howe', '2026-04-04T14:59:59Z', 11 * HOUR],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 10.5 * HOUR],
    ['UTC', '0100-01-01T00:00:00Z', 0],
  ])('%s at %s', (zone, instant, offset) => {
    expect(offsetAt(Date.parse(instant), zone)).toBe(offset)
  })

  it('knows local mean time to the second before zones were', () => {
    expect(offsetAt(Date.parse('1900-01-01T00:00:00Z'), 'Asia/Shanghai')).toBe(8 * HOUR + 5 * MINUTE + 43_000)
  })

  it('gives the same answer whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 1 }), (instants) => {
        const first = instants.map((t) => offsetAt(t, 'Europe/Berlin'))
        expect(instants.toReversed().map((t) => offsetAt(t, 'Europe/Berlin'))).toEqual(first.toReversed())
      }),
    )
  })

  it('refuses an unknown zone', () => {
    expect(() => offsetAt(0, 'Asia/Wujian')).toThrow(RangeError)
  })
})
