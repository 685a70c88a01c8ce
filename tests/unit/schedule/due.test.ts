import { describe, expect, it } from 'vitest'
import type { PlaylistId } from '../../../src/model/ids.ts'
import type { TownSchedule } from '../../../src/model/town.ts'
import { dueAt } from '../../../src/schedule/due.ts'
import { offerOf } from '../../../src/schedule/offer.ts'
import { inForceOf } from '../../../src/schedule/in-force.ts'
import { instantOf, TOWN_ZONE } from '../../../src/time/index.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'
import { buildTown, GRID } from '../../builders/town.ts'

const at = (time: string): number => instantOf('2026-11-23', time, TOWN_ZONE)
const list = (id: string): { playlist: PlaylistId } => ({ playlist: id as PlaylistId })
const town = buildTown({
  playlists: [
    buildPlaylist('p1', ['a', 'b']),
    buildPlaylist('p2', ['b', 'c']),
    buildPlaylist('p3', ['draft']),
  ],
})
const offers = (...schedules: TownSchedule[]) =>
  schedules.map((s) =>
    offerOf(s, GRID, inForceOf(town), { from: at('00:00'), until: at('24:00') }, TOWN_ZONE),
  )
const told = (t: number, open: boolean, ...schedules: TownSchedule[]): object => {
  const { level, dark, releases, why } = dueAt(offers(...schedules), t, open)
  return {
    level,
    dark,
    plays: releases.map((r) => r.content).join(''),
    why: why.map((v) => `${v.schedule} ${v.reason}`),
  }
}

const daily = buildSchedule('d1', list('p1'))
const campaign = buildSchedule('c1', { ...list('p2'), level: 'campaign' })

describe('SCH-1 the strongest level with anything playable wins', () => {
  it('hides all weaker ones', () => {
    expect(told(at('09:00'), true, daily, campaign)).toEqual({
      level: 'campaign',
      dark: false,
      plays: 'bc',
      why: ['d1 LOWER_LEVEL', 'c1 HIGHEST_LEVEL'],
    })
  })

  it('SCH-5 joins all due schedules of that level, each content once', () => {
    const second = buildSchedule('d2', list('p2'))
    expect(told(at('09:00'), true, daily, second)).toMatchObject({
      plays: 'abc',
      why: ['d1 HIGHEST_LEVEL', 'd2 HIGHEST_LEVEL'],
    })
  })

  it('passes a level by that has nothing released', () => {
    const empty = buildSchedule('c1', { ...list('p3'), level: 'campaign' })
    expect(told(at('09:00'), true, daily, empty)).toMatchObject({
      level: 'daily',
      plays: 'ab',
      why: ['d1 HIGHEST_LEVEL', 'c1 NOTHING_RELEASED'],
    })
    expect(told(at('09:00'), true, empty)).toEqual({
      level: null,
      dark: false,
      plays: '',
      why: ['c1 NOTHING_RELEASED'],
    })
  })

  it('is silent about schedules that are not due', () => {
    expect(told(at('19:00'), true, daily)).toEqual({ level: null, dark: false, plays: '', why: [] })
  })

  it('SCH-6 is dark while the screen is closed, and says so to the schedules that are due', () => {
    expect(told(at('09:00'), false, daily)).toEqual({
      level: null,
      dark: true,
      plays: '',
      why: ['d1 CLOSED'],
    })
  })

  it('hears due schedules at least as strong as the winners', () => {
    const empty = buildSchedule('c1', { ...list('p3'), level: 'campaign' })
    const filler = buildSchedule('f1', { ...list('p2'), level: 'filler' })
    const due = dueAt(offers(daily, empty, filler), at('09:00'), true)
    expect(due.heard.map((o) => o.schedule.id)).toEqual(['d1', 'c1'])
    expect(due.winners.map((o) => o.schedule.id)).toEqual(['d1'])
  })
})
