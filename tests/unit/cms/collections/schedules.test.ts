import { describe, expect, it } from 'vitest'
import { recurrenceOf } from '../../../../cms/town/recurrence.ts'
import { faultsOf } from '../../../../cms/collections/schedules/sound.ts'

const SOUND = {
  fromDate: '2026-11-23',
  untilDate: null,
  weekdays: ['3', '1'],
  fromTime: '07:00',
  untilTime: '21:30',
  screens: ['s'],
}

describe('schedule rows', () => {
  it('CMS-31 a stored date is a civil day of the town, whoever wrote it', () => {
    const day = (fromDate: string) => recurrenceOf({ ...SOUND, fromDate }).fromDate
    expect(day('2026-11-23')).toBe('2026-11-23')
    expect(day('2026-11-23T12:00:00.000Z')).toBe('2026-11-23')
    expect(day('2026-11-22T16:00:00.000Z')).toBe('2026-11-23')
    expect(day('someday')).toBe('someday')
    expect(recurrenceOf(SOUND).weekdays).toEqual([1, 3])
  })

  it('CMS-31 every fault is told at once', () => {
    expect(faultsOf(SOUND)).toEqual([])
    const faults = faultsOf({ ...SOUND, fromDate: 'x', fromTime: '24:00', screens: [], level: 'warning' })
    expect(faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'DATE_INVALID fromDate',
      'SCHEDULE_TIME_INVALID fromTime',
      'SCHEDULE_NO_TARGET screens',
      'LEVEL_NOT_ALLOWED level',
    ])
  })
})
