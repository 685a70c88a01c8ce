import { importDateFNSLocale } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { formatDate } from '@payloadcms/ui/shared'
import { describe, expect, it } from 'vitest'
import {
  CALENDAR_PATTERN,
  DAY_PATTERN,
  fromCalendar,
  inCalendar,
  inTownsTime,
  MINUTE_PATTERN,
  townDay,
} from '../../../cms/web/town-days.ts'

describe('TIM-5 days of the town in calendars that know the browser’s zone alone', () => {
  it.each([
    ['2026-08-31T12:00:00.000Z', '2026-08-31'],
    ['2026-08-31T15:59:59.999Z', '2026-08-31'],
    ['2026-08-31T16:00:00.000Z', '2026-09-01'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('TIM-5 %s is the town’s %s, and so it stands in the calendar', (stored, day) => {
    expect(townDay(stored)).toBe(day)
    const shown = new Date(inCalendar(stored) ?? '')
    expect([shown.getFullYear(), shown.getMonth() + 1, shown.getDate(), shown.getHours()]).toEqual([
      ...day.split('-').map(Number),
      12,
    ])
  })

  it.each(['', null, undefined, 'never', 7])('TIM-5 %s is no day', (stored) => {
    expect([townDay(stored), inCalendar(stored)]).toEqual([undefined, undefined])
  })

  it.each([
    ['2026-08-31T12:00:00.000Z', '2026-08-31T12:00:00.000Z'],
    // Zones of half and quarter hours: Payload's calendar counts in whole ones.
    ['2026-08-31T11:30:00.000Z', '2026-08-31T12:00:00.000Z'],
    ['2026-08-31T11:15:00.000Z', '2026-08-31T12:00:00.000Z'],
    ['2026-08-31T12:30:00.000Z', '2026-08-31T12:00:00.000Z'],
    [null, null],
    ['', null],
  ])('TIM-5 picked as %s it is stored as %s', (picked, stored) => {
    expect(fromCalendar(picked)).toBe(stored)
    if (stored !== null) expect(townDay(stored)).toBe(stored.slice(0, 10))
  })
})

describe('DESK-4 what Payload draws is told in the town’s time', () => {
  it.each([zh.dateFNSKey, en.dateFNSKey])('DESK-4 by its own way of writing dates, in %s', async (key) => {
    const known = await importDateFNSLocale(key)
    const dateFNS = { ...known, localize: { ...known.localize } }
    const draw = (pattern: string, date = '2026-08-31T16:05:00.000Z'): string =>
      formatDate({ date, i18n: { dateFNS } as Parameters<typeof formatDate>[0]['i18n'], pattern })
    const own = draw(CALENDAR_PATTERN)
    inTownsTime(dateFNS)
    inTownsTime(dateFNS)
    expect(draw(MINUTE_PATTERN)).toBe('2026年9月1日 00:05')
    expect(draw(DAY_PATTERN)).toBe('2026年9月1日')
    expect(draw(DAY_PATTERN, '2026-08-31T12:00:00.000Z')).toBe('2026年8月31日')
    // The calendar's own pattern keeps the machine's zone: its day was moved there already.
    expect(draw(CALENDAR_PATTERN)).toBe(own)
  })
})
