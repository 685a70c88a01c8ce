import type { FlattenedField, Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { isDay, refuseWrongDays } from '../../../../cms/hooks/days.ts'

const NO_DAYS = [
  '2026-02-30',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-31',
  '2026-2-3',
  '2026-02-30T08:00:00.000Z',
  '2026-02-28T24:00:00.000Z',
  '2026-02-28T25:00:00Z',
  '2026-02-28T08:00:00',
  '2026-02-28 08:00',
  'Feb 30, 2026',
  '明天',
  '1700-01-01',
  '9999-12-31',
  '0000-01-01',
  '+275760-09-13T00:00:00.000Z',
  '99999-01-01',
  20260228,
  null,
  new Date(Number.NaN),
]

const FIELDS = [
  { name: 'fromDate', type: 'date' },
  { name: 'name', type: 'text' },
  { name: 'steps', type: 'array', flattenedFields: [{ name: 'at', type: 'date' }] },
  { name: 'playlist', type: 'relationship', relationTo: 'playlists' },
] as unknown as FlattenedField[]
const ALL = {
  playlists: { config: { flattenedFields: [{ name: 'updatedAt', type: 'date' }] } },
} as unknown as Payload['collections']

const fieldOf = (where: object): string | undefined => {
  try {
    refuseWrongDays(where as never, FIELDS, ALL)
    return undefined
  } catch (error) {
    return (error as { refusals: { field?: string }[] }).refusals[0]?.field
  }
}

describe('days in bodies and questions', () => {
  it('TIM-2 a date field takes a day of the calendar or an instant on one, in years a town has', () => {
    for (const wrong of NO_DAYS) expect(isDay(wrong), String(wrong)).toBe(false)
    for (const day of ['2026-02-28', '2028-02-29', '1900-01-01', '2999-12-31', '2026-02-28T16:00:00.000Z'])
      expect(isDay(day), day).toBe(true)
    expect(isDay(new Date(0))).toBe(true)
  })

  it('ADP-15 a question names days that are, however deep it asks', () => {
    const wrong = { less_than: '2026-02-30' }
    expect(fieldOf({ fromDate: wrong })).toBe('fromDate')
    expect(fieldOf({ and: [{ or: [{ name: { equals: 'x' } }, { fromDate: wrong }] }] })).toBe('fromDate')
    expect(fieldOf({ 'steps.at': wrong })).toBe('steps.at')
    expect(fieldOf({ 'version.fromDate': wrong })).toBe('version.fromDate')
    expect(fieldOf({ 'playlist.updatedAt': wrong })).toBe('playlist.updatedAt')
    expect(fieldOf({ fromDate: { in: ['2026-02-28', '2026-02-30'] } })).toBe('fromDate')
    expect(fieldOf({ fromDate: { in: '2026-02-28,2026-02-30' } })).toBe('fromDate')
  })

  it('ADP-15 what is no day is asked as it is: texts, existence, fields that are not there', () => {
    expect(fieldOf({ name: { equals: '2026-02-30' } })).toBeUndefined()
    expect(fieldOf({ fromDate: { exists: 'false' } })).toBeUndefined()
    expect(fieldOf({ fromDate: { equals: 'null' } })).toBeUndefined()
    expect(fieldOf({ nothing: { equals: '2026-02-30' }, and: [null] })).toBeUndefined()
  })
})
