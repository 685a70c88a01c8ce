import { describe, expect, it } from 'vitest'
import { edgesOf, isDue, isValidAt, offerOf, playableAt } from '../../../src/schedule/offer.ts'
import { inForceOf } from '../../../src/schedule/in-force.ts'
import { instantOf, TOWN_ZONE } from '../../../src/time/index.ts'
import { buildPlaylist, buildSchedule } from '../../builders/schedule.ts'
import { buildRelease, buildTown, GRID } from '../../builders/town.ts'

const at = (time: string, day = '2026-11-23'): number => instantOf(day, time, TOWN_ZONE)
const noon = at('12:00')
const town = buildTown({
  releases: [buildRelease('a'), buildRelease('b', { validUntil: noon }), buildRelease('c', { pages: {} })],
  playlists: [buildPlaylist('p1', ['a', 'b', 'c', 'gone'])],
})
const offer = offerOf(
  buildSchedule(),
  GRID,
  inForceOf(town),
  { from: at('00:00'), until: at('24:00') },
  TOWN_ZONE,
)
const names = (t: number): string[] => playableAt(offer, t).map((r) => r.content)

describe('what a schedule can play', () => {
  it('SCH-12 drops a release at the end of its validity, not a millisecond after', () => {
    expect(names(noon - 1)).toEqual(['a', 'b'])
    expect(names(noon)).toEqual(['a'])
    expect(isValidAt(buildRelease('b', { validUntil: noon }), noon - 1)).toBe(true)
    expect(isValidAt(buildRelease('b', { validUntil: noon }), noon)).toBe(false)
  })

  it('leaves out what has no pages for this grid or no release at all', () => {
    expect(offer.contents).toEqual(['a', 'b', 'c', 'gone'])
    expect(names(at('08:00'))).not.toContain('c')
  })

  it('is due in its windows, and may change only at its edges', () => {
    expect([at('07:59'), at('08:00'), at('17:59'), at('18:00')].map((t) => isDue(offer, t))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(edgesOf(offer)).toEqual([at('08:00'), at('18:00'), noon, Infinity])
  })
})
