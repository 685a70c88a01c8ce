import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Recurrence, Weekday } from '../../../src/model/town.ts'
import { addDays, civilOf, DAY_MS, instantOf, minutesOf, TOWN_ZONE } from '../../../src/time/civil.ts'
import { midnightsIn, windowsOf } from '../../../src/time/windows.ts'
import { buildRecurrence } from '../../builders/schedule.ts'

const at = (date: string, time: string, zone = TOWN_ZONE): number => instantOf(date, time, zone)
const told = (r: Recurrence, from: number, until: number, zone = TOWN_ZONE): string[] =>
  windowsOf(r, from, until, zone).map((w) => {
    const [a, b] = [civilOf(w.from, zone), civilOf(w.until, zone)]
    return `${a.date} ${a.time} – ${b.date} ${b.time}`
  })

const week = [at('2026-11-23', '00:00'), at('2026-11-30', '00:00')] as const

describe('TIM-4 a window belongs to the day it starts on', () => {
  it('recurs on its weekdays within its dates, the last day included', () => {
    const r = buildRecurrence({ fromDate: '2026-11-24', untilDate: '2026-11-27', weekdays: [1, 2, 5] })
    expect(told(r, ...week)).toEqual([
      '2026-11-24 08:00 – 2026-11-24 18:00',
      '2026-11-27 08:00 – 2026-11-27 18:00',
    ])
  })

  it('runs past midnight into a day that is not its own', () => {
    const r = buildRecurrence({ weekdays: [7], fromTime: '22:00', untilTime: '02:00' })
    expect(told(r, ...week)).toEqual([
      '2026-11-22 22:00 – 2026-11-23 02:00',
      '2026-11-29 22:00 – 2026-11-30 02:00',
    ])
  })

  it('ends at 24:00, and equal times are a whole day', () => {
    const day = [at('2026-11-23', '00:00'), at('2026-11-24', '00:00')] as const
    const all = ['2026-11-23 00:00 – 2026-11-24 00:00']
    expect(told(buildRecurrence({ fromTime: '00:00', untilTime: '24:00' }), ...day)).toEqual(all)
    expect(told(buildRecurrence({ fromTime: '00:00', untilTime: '00:00' }), ...day)).toEqual(all)
  })

  it('gives windows whole, also when asked about their middle', () => {
    const noon = at('2026-11-23', '12:00')
    expect(told(buildRecurrence(), noon, noon + 1)).toEqual(['2026-11-23 08:00 – 2026-11-23 18:00'])
    expect(told(buildRecurrence(), at('2026-11-23', '18:00'), at('2026-11-24', '08:00'))).toEqual([])
  })

  it('TIM-3 is shorter or gone when the clocks are set forward', () => {
    const zone = 'America/New_York'
    const day = [at('2026-03-08', '00:00', zone), at('2026-03-09', '00:00', zone)] as const
    expect(told(buildRecurrence({ fromTime: '01:30', untilTime: '03:30' }), ...day, zone)).toEqual([
      '2026-03-08 01:30 – 2026-03-08 03:30',
    ])
    const [window] = windowsOf(buildRecurrence({ fromTime: '01:30', untilTime: '03:30' }), ...day, zone)
    expect(window!.until - window!.from).toBe(3_600_000)
    expect(told(buildRecurrence({ fromTime: '02:30', untilTime: '03:10' }), ...day, zone)).toEqual([])
  })

  it.each([
    ['a day that is none', { fromDate: '2026-02-30' }],
    ['a last day that is none', { untilDate: 'soon' }],
    ['a time that is none', { fromTime: '8:00' }],
    ['a start at 24:00', { fromTime: '24:00' }],
    ['an end before the start', { fromDate: '2026-11-29', untilDate: '2026-11-23' }],
  ])('has no windows with %s', (_, part) => {
    expect(windowsOf(buildRecurrence(part), ...week, TOWN_ZONE)).toEqual([])
  })

  it('holds exactly the minutes that the wall clock says', () => {
    const arbTime = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    const arbDay = fc.integer({ min: 0, max: 14 }).map((n) => addDays('2026-11-16', n))
    fc.assert(
      fc.property(
        arbTime,
        arbTime,
        arbDay,
        fc.option(arbDay),
        fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)),
        fc.integer({ min: 0, max: 14 * 1440 }),
        (fromTime, untilTime, fromDate, untilDate, weekdays, minute) => {
          const t = at('2026-11-17', '00:00') + minute * 60_000
          const r = { fromDate, untilDate, weekdays, fromTime, untilTime }
          const here = civilOf(t, TOWN_ZONE)
          const [start, stop, now] = [fromTime, untilTime, here.time].map(minutesOf) as [
            number,
            number,
            number,
          ]
          const starts = (date: string): boolean =>
            date >= fromDate &&
            (untilDate === null || date <= untilDate) &&
            (weekdays.length === 0 || weekdays.includes(civilOf(at(date, '12:00'), TOWN_ZONE).weekday))
          const due =
            stop > start
              ? starts(here.date) && start <= now && now < stop
              : (starts(here.date) && now >= start) || (starts(addDays(here.date, -1)) && now < stop)
          expect(windowsOf(r, t, t + 1, TOWN_ZONE).length > 0).toBe(due)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is quick enough for a town: of 500 window lists of 30 days the zone is asked once a quarter of an hour', () => {
    // A question to the host costs ten times all else; no clock is read, which tells the load of the machine.
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
    const from = at('2031-11-23', '00:00')
    const lists = () => {
      for (let i = 0; i < 500; i++) {
        const fromTime = `${String(i % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`
        windowsOf(buildRecurrence({ fromTime }), from, from + 30 * DAY_MS, TOWN_ZONE)
      }
    }
    try {
      lists()
      const first = asked.mock.calls.length
      // The month, two days before it, the one after, and what was guessed on the way to the right offset.
      expect(first).toBeLessThan(36 * 24 * 4)
      lists()
      expect(asked.mock.calls.length).toBe(first)
    } finally {
      asked.mockRestore()
    }
  })
})

describe('midnightsIn', () => {
  it('lists the midnights strictly inside, by the wall clock', () => {
    expect(midnightsIn(...week, TOWN_ZONE)).toHaveLength(6)
    const zone = 'America/New_York'
    const [from, until] = [at('2026-03-07', '12:00', zone), at('2026-03-09', '12:00', zone)]
    const midnights = midnightsIn(from, until, zone)
    expect(midnights).toHaveLength(2)
    expect(midnights[1]! - midnights[0]!).toBe(23 * 3_600_000)
  })
})
