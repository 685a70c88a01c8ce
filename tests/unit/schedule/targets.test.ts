import { describe, expect, it } from 'vitest'
import type { PlaceId, ScreenId } from '../../../src/model/ids.ts'
import { schedulesFor, targets } from '../../../src/schedule/targets.ts'
import { buildSchedule } from '../../builders/schedule.ts'
import { buildTownScreen } from '../../builders/town.ts'

const screen = buildTownScreen('s1', { place: 'market' as PlaceId })

describe('a schedule targets screens and places', () => {
  it('by the screen or by its place', () => {
    expect(targets(buildSchedule('d', { screens: ['s1' as ScreenId] }), screen)).toBe(true)
    expect(targets(buildSchedule('d', { screens: [], places: ['market' as PlaceId] }), screen)).toBe(true)
    expect(
      targets(buildSchedule('d', { screens: ['s2' as ScreenId], places: ['park' as PlaceId] }), screen),
    ).toBe(false)
  })

  it('SCH-2 in an order that saving again does not change', () => {
    const [x, y, z] = [
      buildSchedule('x', { when: { fromDate: '2026-03-01' } }),
      buildSchedule('y', { when: { fromDate: '2026-02-01' } }),
      buildSchedule('z', { when: { fromDate: '2026-02-01' }, changedAt: 0 }),
    ]
    const ids = (schedules: (typeof x)[]): string[] => schedulesFor({ schedules }, screen).map((s) => s.id)
    expect(ids([x, y, z])).toEqual(['y', 'z', 'x'])
    expect(ids([z, { ...y, changedAt: 9e12 }, x])).toEqual(['y', 'z', 'x'])
  })
})
