import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCivilDate, readInstant } from '../../../src/time/index.ts'

describe('instants as text', () => {
  it('TIM-2 an instant has an offset and stands on a day and at an hour that are', () => {
    expect(readInstant('2026-11-23T08:00:00Z')).toBe(Date.UTC(2026, 10, 23, 8))
    expect(readInstant('2026-11-23T08:00+08:00')).toBe(Date.UTC(2026, 10, 23))
    expect(readInstant('2028-02-29T23:59:59.999Z')).toBe(Date.UTC(2028, 1, 29, 23, 59, 59, 999))
    for (const wrong of [
      '2026-02-30T08:00:00Z',
      '2026-02-29T08:00:00Z',
      '2026-13-01T08:00:00Z',
      '2026-01-00T08:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T25:00:00Z',
      '2026-01-01T08:60:00Z',
      '2026-01-01T08:00:60Z',
      '2026-01-01T08:00:00',
      '2026-01-01T08:00:00+15:00',
      '2026-01-01 08:00:00Z',
      '+002026-01-01T08:00:00Z',
      '2026-01-01T08:00:00Z ',
      'yesterday',
      '',
    ])
      expect(readInstant(wrong), wrong).toBeNull()
  })

  it('TIM-2 what the machine writes is read back, and what is read stands on the day that was written', () => {
    const first = Date.UTC(1, 0, 1)
    fc.assert(
      fc.property(fc.integer({ min: first, max: Date.UTC(9999, 11, 31) }), (at) => {
        expect(readInstant(new Date(at).toISOString())).toBe(at)
      }),
    )
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), two(13), two(32), two(25), (year, month, day, hour) => {
        const date = `${String(year).padStart(4, '0')}-${month}-${day}`
        const read = readInstant(`${date}T${hour}:30:00Z`)
        if (!isCivilDate(date) || Number(hour) > 23) expect(read).toBeNull()
        else expect(new Date(read ?? 0).toISOString()).toBe(`${date}T${hour}:30:00.000Z`)
      }),
    )
  })
})
