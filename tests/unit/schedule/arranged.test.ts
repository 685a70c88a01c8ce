import { describe, expect, it } from 'vitest'
import type { ContentId, PlaceId, ScreenId, UnitId } from '../../../src/model/ids.ts'
import type { TownScreen } from '../../../src/model/town.ts'
import { arrangedFor } from '../../../src/schedule/index.ts'
import { DAY_MS } from '../../../src/time/index.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'
import { buildScreenProfile } from '../../builders/screen.ts'

const screen = (id: string, place: string): TownScreen => ({
  id: id as ScreenId,
  name: `屏${id}`,
  place: place as PlaceId,
  unit: 'u' as UnitId,
  profile: buildScreenProfile(),
  hours: { open: '07:00', close: '21:30' },
})

/** Noon in the town. */
const NOON = Date.parse('2026-11-30T04:00:00.000Z')
const content = 'c1' as ContentId
const screens = [screen('s1', 'market'), screen('s2', 'square')]
const playlists = [
  buildPlaylist('p1', ['c0', 'p2']),
  buildPlaylist('p2', ['c1']),
  buildPlaylist('p3', ['c0']),
]
const arranged = (schedules: readonly ReturnType<typeof buildSchedule>[]) =>
  arrangedFor({ screens, playlists, schedules }, content, NOON, NOON + 60 * DAY_MS).map(
    ({ name, from }) => `${name} ${new Date(from).toISOString()}`,
  )

describe('DESK-66 where a content is arranged to play, and from when', () => {
  it('DESK-66 in a list inside a list, by screen or by place, from now where its time is open', () => {
    const daily = buildSchedule('d1')
    const evening = buildSchedule('d2', {
      screens: [],
      places: ['square' as PlaceId],
      when: { fromDate: '2026-12-02', fromTime: '19:00', untilTime: '21:00' },
    })
    expect(arranged([evening, daily])).toEqual([
      '屏s1 2026-11-30T04:00:00.000Z',
      '屏s2 2026-12-02T11:00:00.000Z',
    ])
  })

  it('DESK-66 of two schedules on one screen the sooner counts', () => {
    const later = buildSchedule('d2', { when: { fromDate: '2026-12-05' } })
    expect(arranged([later, buildSchedule('d1', { when: { fromDate: '2026-12-01' } })])).toEqual([
      '屏s1 2026-12-01T00:00:00.000Z',
    ])
  })

  it('DESK-66 not where the list lacks it, the schedule is over, or begins too far ahead', () => {
    expect(
      arranged([
        buildSchedule('d1', { playlist: 'p3' as never }),
        buildSchedule('d2', { when: { untilDate: '2026-11-01' } }),
        buildSchedule('d3', { when: { fromDate: '2027-06-01' } }),
      ]),
    ).toEqual([])
  })
})
