import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HOTLINE_WARN_DAYS, hotlineDueIn } from '../../../src/poster/hotline-due.ts'
import { HOTLINE_FRESH_DAYS } from '../../../src/poster/order-faults.ts'
import { DAY_MS } from '../../../src/time/index.ts'

const NOW = Date.parse('2026-11-30T04:00:00Z')
const daysAgo = (days: number): number => NOW - days * DAY_MS

it('DESK-91 is due from thirty days before its number counts as long unconfirmed', () => {
  expect([0, 100, 149].map((days) => hotlineDueIn(daysAgo(days), NOW))).toEqual([null, null, null])
  expect([150, 160, 179, 180, 300].map((days) => hotlineDueIn(daysAgo(days), NOW))).toEqual([
    30, 20, 1, 0, -120,
  ])
  expect(hotlineDueIn(null, NOW)).toBe(0)
  expect(hotlineDueIn(daysAgo(-2), NOW)).toBe(0)
  expect(hotlineDueIn(daysAgo(-0.5), NOW)).toBeNull()
})

it('DESK-91 nobody learns from a sheet first: who was told nothing has a fresh number for a month', () => {
  fc.assert(
    fc.property(fc.integer({ min: -DAY_MS, max: 400 * DAY_MS }), (age) => {
      const left = hotlineDueIn(NOW - age, NOW)
      if (left === null) expect(age).toBeLessThan((HOTLINE_FRESH_DAYS - HOTLINE_WARN_DAYS) * DAY_MS)
      else expect(left <= 0).toBe(age >= HOTLINE_FRESH_DAYS * DAY_MS)
    }),
  )
})
