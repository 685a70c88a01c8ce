import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../src/errors/codes.ts'
import { scheduleFaults } from '../../../src/schedule/faults.ts'
import { TOWN_ZONE, windowsOf } from '../../../src/time/index.ts'
import { buildRecurrence } from '../../builders/schedule.ts'

const codes = (part: object): string[] =>
  scheduleFaults(buildRecurrence(part)).map((f) => `${f.code} ${f.field}`)

describe('SCH-11 a schedule that cannot be meant is refused by code and field', () => {
  it.each([
    ['sound', {}, []],
    ['past midnight', { fromTime: '22:00', untilTime: '02:00' }, []],
    ['until 24:00', { untilTime: '24:00' }, []],
    ['one day', { fromDate: '2026-11-23', untilDate: '2026-11-23' }, []],
    [
      'ends before it starts',
      { fromDate: '2026-11-23', untilDate: '2026-11-22' },
      ['SCHEDULE_ENDS_BEFORE_START untilDate'],
    ],
    ['equal times', { fromTime: '09:00', untilTime: '09:00' }, ['SCHEDULE_EMPTY_WINDOW untilTime']],
    ['no day', { fromDate: '2026-02-30' }, ['DATE_INVALID fromDate']],
    ['no last day', { untilDate: '' }, ['DATE_INVALID untilDate']],
    [
      'no times',
      { fromTime: '9', untilTime: '25:00' },
      ['SCHEDULE_TIME_INVALID fromTime', 'SCHEDULE_TIME_INVALID untilTime'],
    ],
    ['a start at 24:00', { fromTime: '24:00' }, ['SCHEDULE_TIME_INVALID fromTime']],
    ['an eighth weekday', { weekdays: [1, 8] }, ['FIELD_INVALID weekdays']],
    [
      'values of other types',
      { fromDate: undefined, fromTime: null },
      ['DATE_INVALID fromDate', 'SCHEDULE_TIME_INVALID fromTime'],
    ],
  ])('%s', (_, part, expected) => {
    expect(codes(part)).toEqual(expected)
  })

  it('I14 uses codes of the closed list only, and says what was given', () => {
    for (const fault of scheduleFaults(
      buildRecurrence({ fromDate: 'x', fromTime: 'y', weekdays: [9 as never] }),
    )) {
      expect(Object.keys(TEXTS)).toContain(fault.code)
      expect(fault.got).not.toBe('')
    }
  })

  it('lets nothing pass that has no window at all', () => {
    const arbDate = fc.constantFrom('2026-11-01', '2026-11-20', '2026-12-24', 'x', '')
    const arbTime = fc.constantFrom('00:00', '08:00', '24:00', '7:00')
    fc.assert(
      fc.property(
        arbDate,
        fc.option(arbDate),
        arbTime,
        arbTime,
        (fromDate, untilDate, fromTime, untilTime) => {
          const r = { fromDate, untilDate, fromTime, untilTime, weekdays: [] }
          const windows = windowsOf(r, Date.UTC(2026, 9, 1), Date.UTC(2027, 0, 31), TOWN_ZONE)
          if (scheduleFaults(r).length === 0) expect(windows.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
