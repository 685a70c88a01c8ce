import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceId, ScreenId, UnitId } from '../../../src/model/ids.ts'
import { groupKeyOf, groupsOf } from '../../../src/publish/groups.ts'
import { sha256 } from '../../builders/programme.ts'
import { buildSchedule } from '../../builders/schedule.ts'
import { buildTown, buildTownScreen, PROFILE } from '../../builders/town.ts'

const town = buildTown()
const key = (part: Parameters<typeof buildTownScreen>[1] = {}, id = 's1'): string =>
  groupKeyOf(town, buildTownScreen(id, part), sha256)

describe('PUB-1 like screens form a group', () => {
  it('is a key of 16 hex digits, the same for screens that differ in name and place only', () => {
    expect(key()).toMatch(/^[0-9a-f]{16}$/)
    expect(key({ name: '别名', place: 'park' as PlaceId })).toBe(key())
  })

  it.each([
    ['profile', { profile: { ...PROFILE, distance: { ...PROFILE.distance, far: 16 } } }],
    ['hours', { hours: { open: '07:00', close: '22:00' } }],
    ['unit', { unit: 'unit-2' as UnitId }],
  ])('parts screens by %s', (_, part) => {
    expect(key(part)).not.toBe(key())
  })

  it('parts screens by the schedules that target them, and towns by name', () => {
    expect(key({}, 's2')).not.toBe(key())
    expect(groupKeyOf({ ...town, name: '别镇' }, buildTownScreen(), sha256)).not.toBe(key())
  })

  it('does not part by the order of schedules or by what they say', () => {
    const [d1, d2] = [buildSchedule('d1'), buildSchedule('d2')]
    const of = (schedules: (typeof d1)[]): string =>
      groupKeyOf({ ...town, schedules }, buildTownScreen(), sha256)
    expect(of([d1, d2])).toBe(of([d2, { ...d1, level: 'filler', changedAt: 5 }]))
  })

  it('puts every screen into exactly one group, whatever the order of rows', () => {
    const screens = ['s1', 's2', 's3', 's4'].map((id, i) =>
      buildTownScreen(id, { unit: `unit-${i % 2}` as UnitId }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(screens, { minLength: 4 }), (shuffled) => {
        const groups = groupsOf({ ...town, screens: shuffled }, sha256)
        expect(groups).toEqual(groupsOf({ ...town, screens }, sha256))
        expect(groups.flatMap((g) => g.screens.map((s) => s.id)).toSorted()).toEqual(['s1', 's2', 's3', 's4'])
        expect(groups.map((g) => g.screens.map((s) => s.id as ScreenId)).toSorted()).toEqual([
          ['s1'],
          ['s2', 's4'],
          ['s3'],
        ])
      }),
    )
  })
})
