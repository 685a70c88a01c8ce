import { describe, expect, it } from 'vitest'
import type { PlaylistId, ScreenId } from '../../../src/model/ids.ts'
import { explain } from '../../../src/schedule/explain.ts'
import { segmentsFor } from '../../../src/schedule/segments.ts'
import { instantOf, TOWN_ZONE } from '../../../src/time/index.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'
import { buildTown } from '../../builders/town.ts'

const at = (time: string): number => instantOf('2026-11-23', time, TOWN_ZONE)
const town = buildTown({
  playlists: [buildPlaylist('p1', ['a', 'b']), buildPlaylist('p2', ['c'])],
  schedules: [
    buildSchedule('morning', { when: { untilTime: '12:00' } }),
    buildSchedule('noon', {
      playlist: 'p2' as PlaylistId,
      level: 'campaign',
      when: { fromTime: '11:00', untilTime: '13:00' },
    }),
    buildSchedule('elsewhere', { screens: ['s9' as ScreenId] }),
  ],
})
const told = (time: string, screen = 's1'): string[] =>
  explain(town, screen as ScreenId, at(time), TOWN_ZONE).map((v) => `${v.schedule} ${v.won} ${v.reason}`)

describe('SCH-10 every schedule that targets a screen is told why', () => {
  it('whether due or not', () => {
    expect(told('09:00')).toEqual(['morning true HIGHEST_LEVEL', 'noon false NOT_DUE'])
    expect(told('11:30')).toEqual(['morning false LOWER_LEVEL', 'noon true HIGHEST_LEVEL'])
    expect(told('20:00')).toEqual(['morning false NOT_DUE', 'noon false NOT_DUE'])
    expect(told('06:00')).toEqual(['morning false NOT_DUE', 'noon false NOT_DUE'])
  })

  it('as the compiled segment says, to the second in which a page is shown to its end', () => {
    const segments = segmentsFor(town, town.screens[0]!, at('00:00'), at('24:00'), TOWN_ZONE)
    for (const { from, until, why } of segments) {
      for (const t of [from, until - 1]) {
        const due = explain(town, 's1' as ScreenId, t, TOWN_ZONE).filter((v) => v.reason !== 'NOT_DUE')
        expect(due).toEqual(why)
      }
    }
  })

  it('and an unknown screen has none', () => {
    expect(told('09:00', 's8')).toEqual([])
  })
})
