import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { endingNow } from '../../../../cms/town/release-status.ts'
import { lastDay } from '../../../../cms/code-page/until.ts'
import { isValidAt } from '../../../../src/schedule/offer.ts'
import { addDays, instantOf, TOWN_ZONE } from '../../../../src/time/index.ts'
import { buildRelease } from '../../../builders/town.ts'

it('SCH-12 a screen, a sheet and a code page end a validity at the same instant, midnight after the last day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -3, max: 3 }), (days, ms) => {
      const day = addDays('2026-01-01', days)
      const end = instantOf(day, '24:00', TOWN_ZONE)
      const t = end + ms
      expect(isValidAt(buildRelease('a', { validUntil: end }), t)).toBe(ms < 0)
      expect(endingNow(null, end, t) === null).toBe(ms < 0)
      expect(lastDay(end - 86_400_000, new Date(end).toISOString()).latest).toBe(day)
    }),
  )
})
