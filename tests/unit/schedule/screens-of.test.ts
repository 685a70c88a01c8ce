import { describe, expect, it } from 'vitest'
import type { PlaceId, ScreenId } from '../../../src/model/ids.ts'
import type { TownScreen } from '../../../src/model/town.ts'
import { screensOf } from '../../../src/schedule/index.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'

const screen = (id: string, place: string): TownScreen => ({ id, place }) as unknown as TownScreen
const screens = [screen('s1', 'park'), screen('s2', 'park'), screen('s3', 'gate')]
const playlists = [
  buildPlaylist('p1', ['c1', 'p2']),
  buildPlaylist('p2', ['c2']),
  buildPlaylist('p3', ['c3']),
]
const park = ['park' as PlaceId]

const told = (schedules: Parameters<typeof screensOf>[0]['schedules']) =>
  Object.fromEntries(
    [...screensOf({ screens, playlists, schedules }, '2026-10-12')].map(([content, on]) => [
      content,
      [...on].toSorted(),
    ]),
  )

describe('DESK-41 where a content plays', () => {
  it('DESK-41 each screen counts once, by its own name or by its place, through nested lists too', () => {
    const both = buildSchedule('d1', { screens: ['s1' as ScreenId], places: park })
    const gate = buildSchedule('d2', { screens: ['s3' as ScreenId], playlist: 'p2' as never })
    expect(told([both, gate])).toEqual({ c1: ['s1', 's2'], c2: ['s1', 's2', 's3'] })
  })

  it('DESK-41 what ended yesterday plays nowhere, what ends today or begins tomorrow does', () => {
    const until = (untilDate: string | null, fromDate = '2026-01-01') =>
      buildSchedule('d1', { playlist: 'p3' as never, when: { fromDate, untilDate } })
    expect(told([until('2026-10-11')])).toEqual({})
    expect(told([until('2026-10-12')])).toEqual({ c3: ['s1'] })
    expect(told([until(null, '2026-10-13')])).toEqual({ c3: ['s1'] })
  })

  it('DESK-41 a list that no screen is to play is no place', () => {
    expect(told([buildSchedule('d1', { screens: [], places: ['hall' as PlaceId] })])).toEqual({})
  })
})
