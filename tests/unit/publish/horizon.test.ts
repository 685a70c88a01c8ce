import { describe, expect, it } from 'vitest'
import { horizonOf, nextCompileAt } from '../../../src/publish/horizon.ts'
import { DAY_MS, instantOf, TOWN_ZONE } from '../../../src/time/index.ts'

const at = (time: string): number => instantOf('2026-11-23', time, TOWN_ZONE)

describe('PUB-2 the horizon begins at civil midnight and is the same all day', () => {
  it('is 30 days from the first to the last second of a day', () => {
    const horizon = { from: at('00:00'), until: at('00:00') + 30 * DAY_MS }
    expect(horizonOf(at('00:00'), TOWN_ZONE)).toEqual(horizon)
    expect(horizonOf(at('24:00') - 1, TOWN_ZONE)).toEqual(horizon)
    expect(horizonOf(at('24:00'), TOWN_ZONE).from).toBe(at('24:00'))
  })

  it('asks for the next compile at midnight', () => {
    expect(nextCompileAt(at('00:00'), TOWN_ZONE)).toBe(at('24:00'))
    expect(nextCompileAt(at('24:00') - 1, TOWN_ZONE)).toBe(at('24:00'))
  })
})
