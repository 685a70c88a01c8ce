import { describe, expect, it } from 'vitest'
import type { PlaylistId } from '../../../src/model/ids.ts'
import type { Town } from '../../../src/model/town.ts'
import { anchorOf } from '../../../src/schedule/anchor.ts'
import { dueAt } from '../../../src/schedule/due.ts'
import { offerOf } from '../../../src/schedule/offer.ts'
import { inForceOf } from '../../../src/schedule/in-force.ts'
import { schedulesFor } from '../../../src/schedule/targets.ts'
import { instantOf, TOWN_ZONE } from '../../../src/time/index.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'
import { buildRelease, buildTown, buildTownScreen, buildWithdrawal, GRID } from '../../builders/town.ts'

const at = (time: string): number => instantOf('2026-11-23', time, TOWN_ZONE)
const window = { from: at('08:00'), until: at('18:00') }

const told = (part: Partial<Town>): string => {
  const town = buildTown(part)
  const inForce = inForceOf(town)
  const offers = schedulesFor(town, buildTownScreen()).map((s) =>
    offerOf(s, GRID, inForce, window, TOWN_ZONE),
  )
  const { anchor, releases } = anchorOf(dueAt(offers, at('09:00'), true), inForce, window)
  return `${(anchor - at('00:00')) / 3_600_000} ${releases.map((r) => r.content).join('')}`
}

const released = (time: string) => [
  buildRelease('a'),
  buildRelease('b', { releasedAt: at(time) }),
  buildRelease('c'),
]

describe('SCH-8 the latest act of a person anchors the loop, what it put there comes first', () => {
  it('starts at the start of the window when nobody did anything in it', () => {
    expect(told({})).toBe('8 abc')
    expect(told({ releases: released('07:00') })).toBe('8 abc')
    expect(told({ releases: released('18:00') })).toBe('8 abc')
  })

  it('a release: its pages first, then the rest in order', () => {
    expect(told({ releases: released('09:00') })).toBe('9 bca')
  })

  it('a withdrawal: the plain order of what is left', () => {
    expect(told({ withdrawals: [buildWithdrawal('a', at('10:00'))] })).toBe('10 bc')
  })

  it('a withdrawal that ended a stronger level', () => {
    const campaign = buildSchedule('c1', { playlist: 'p2' as PlaylistId, level: 'campaign' })
    expect(
      told({
        playlists: [buildPlaylist('p1', ['a', 'b', 'c']), buildPlaylist('p2', ['x'])],
        schedules: [buildSchedule(), campaign],
        withdrawals: [buildWithdrawal('x', at('10:00'))],
      }),
    ).toBe('10 abc')
  })

  it('not a withdrawal of what a weaker or another list holds', () => {
    expect(told({ withdrawals: [buildWithdrawal('x', at('10:00'))] })).toBe('8 abc')
  })

  it('a saved schedule: its contents first', () => {
    const second = buildSchedule('d2', { playlist: 'p2' as PlaylistId, changedAt: at('11:00') })
    const playlists = [buildPlaylist('p1', ['a', 'b']), buildPlaylist('p2', ['c'])]
    expect(told({ playlists, schedules: [buildSchedule(), second] })).toBe('11 cab')
  })

  it('a saved playlist, nested too: its contents first', () => {
    const playlists = [buildPlaylist('p1', ['a', 'p2']), buildPlaylist('p2', ['b', 'c'], at('12:00'))]
    expect(told({ playlists })).toBe('12 bca')
  })

  it('the latest of several; at one instant the release before what arranges it', () => {
    const playlists = [buildPlaylist('p1', ['a', 'b', 'c'], at('09:00'))]
    expect(told({ playlists, releases: released('09:00') })).toBe('9 bca')
    expect(told({ playlists, releases: released('09:01') })).toMatch(/bca$/)
    expect(told({ playlists, releases: released('08:59') })).toBe('9 abc')
  })
})
