import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilOf,
  DAY_MS,
  instantOf,
  isCivilDate,
  isCivilTime,
  minutesOf,
  TOWN_ZONE,
  weekdayOf,
} from '../../../src/time/civil.ts'

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia']
const arbInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })

describe('TIM-2 civil dates and times', () => {
  it('tells days and times from other text', () => {
    for (const day of ['2026-11-23', '2024-02-29', '0001-01-01', '9999-12-31'])
      expect(isCivilDate(day)).toBe(true)
    for (const no of [
      '2026-02-30',
      '2025-02-29',
      '0000-01-01',
      '2026-13-01',
      '26-1-1',
      '2026-11-23T',
      20261123,
    ]) {
      expect(isCivilDate(no)).toBe(false)
    }
    for (const time of ['00:00', '07:30', '23:59', '24:00']) expect(isCivilTime(time)).toBe(true)
    for (const no of ['7:30', '24:01', '12:60', '25:00', '12:00:00', '', null])
      expect(isCivilTime(no)).toBe(false)
  })

  it('counts days by the calendar', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
    expect(minutesOf('24:00')).toBe(1440)
  })

  it('refuses what is no date or time', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => minutesOf('7:00')).toThrow(RangeError)
    expect(() => instantOf('2026-01-01', 'noon', TOWN_ZONE)).toThrow(RangeError)
  })

  it('has a next day for every day', () => {
    fc.assert(
      fc.property(arbInstant, (t) => {
        const { date, weekday } = civilOf(t, 'UTC')
        expect(addDays(date, 1)).toBe(civilOf(t + DAY_MS, 'UTC').date)
        expect(weekdayOf(addDays(date, 1))).toBe((weekday % 7) + 1)
      }),
    )
  })
})

describe('TIM-1 civil time comes from the zone, never from the machine', () => {
  it('reads the wall clock of the town', () => {
    expect(civilOf(Date.parse('2026-11-22T16:00:00Z'), TOWN_ZONE)).toEqual({
      date: '2026-11-23',
      time: '00:00',
      weekday: 1,
    })
  })

  it('finds the first instant with that wall clock, in any zone', () => {
    fc.assert(
      fc.property(arbInstant, fc.constantFrom(...ZONES), (t, zone) => {
        const minute = Math.floor(t / 60_000) * 60_000
        const { date, time } = civilOf(minute, zone)
        const found = instantOf(date, time, zone)
        expect(civilOf(found, zone)).toMatchObject({ date, time })
        expect(found).toBeLessThanOrEqual(minute)
        expect(minute - found).toBeLessThanOrEqual(DAY_MS)
      }),
    )
  })

  it('TIM-3 takes the first of a time that comes twice', () => {
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T05:30:00Z'))
  })

  it('TIM-3 takes a time that never comes as that much after the jump', () => {
    expect(instantOf('2026-03-08', '02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T07:30:00Z'))
    expect(instantOf('2011-12-30', '12:00', 'Pacific/Apia')).toBe(Date.parse('2011-12-30T22:00:00Z'))
  })

  it('takes 24:00 as the next midnight', () => {
    expect(instantOf('2026-11-23', '24:00', TOWN_ZONE)).toBe(instantOf('2026-11-24', '00:00', TOWN_ZONE))
  })
})
