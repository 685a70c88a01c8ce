import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlaces, PLACE_LIMITS, type PlaceLimits } from '../../../src/session/places.ts'

const FEW: PlaceLimits = {
  silent: 3,
  strangers: 4,
  strangersOfAddress: 2,
  viewers: 4,
  viewersOfPerson: 2,
}

type Act =
  | { readonly act: 'come'; readonly address: string }
  | { readonly act: 'screen' | 'stranger' | 'viewer'; readonly one: number; readonly owner: string }
  | { readonly act: 'leave'; readonly one: number }

const owner = fc.constantFrom('a', 'b', 'c')
const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('come' as const), address: owner }),
    fc.record({
      act: fc.constantFrom('screen' as const, 'stranger' as const, 'viewer' as const),
      one: fc.nat(30),
      owner,
    }),
    fc.record({ act: fc.constant('leave' as const), one: fc.nat(30) }),
  ) as fc.Arbitrary<Act>,
  { maxLength: 120 },
)

describe('places', () => {
  test('SES-20 whatever comes, each kind stays within its limit and a key that is a screen’s is let in', () => {
    fc.assert(
      fc.property(acts, fc.nat(3), (history, known) => {
        const places = makePlaces(FEW, () => known)
        let next = 0
        /** Who is on the line and has not said who he is. */
        const silent: string[] = []
        const drop = (ids: readonly string[]) => {
          for (const id of ids) if (silent.includes(id)) silent.splice(silent.indexOf(id), 1)
        }
        for (const step of history) {
          if (step.act === 'come') {
            const id = String((next += 1))
            silent.push(id)
            drop(places.come(id, step.address))
          } else {
            const id = silent[step.one % Math.max(1, silent.length)]
            if (id === undefined) continue
            drop([id])
            if (step.act === 'leave') places.leave(id)
            else if (step.act === 'screen') expect(places.screen(id, step.owner).granted).toBe(true)
            else if (step.act === 'stranger') places.stranger(id)
            else places.viewer(id, step.owner)
          }
          const counts = places.counts()
          expect(counts.silent).toBe(silent.length)
          expect(counts.silent).toBeLessThanOrEqual(FEW.silent + known)
          expect(counts.unproven).toBeLessThanOrEqual(2 * 3)
          expect(counts.strangers).toBeLessThanOrEqual(FEW.strangers)
          expect(counts.viewers).toBeLessThanOrEqual(FEW.viewers)
        }
      }),
    )
  })

  test('SES-20 a flood from one address displaces itself, never the screen that comes from another', () => {
    const places = makePlaces(PLACE_LIMITS, () => 4)
    const gone: string[] = []
    for (let i = 0; i < 150; i += 1) gone.push(...places.come(`flood-${i}`, 'somewhere'))
    expect(places.come('screen', 'square')).toEqual([])
    for (let i = 150; i < 2_000; i += 1) gone.push(...places.come(`flood-${i}`, 'somewhere'))
    expect(gone).toHaveLength(2_001 - PLACE_LIMITS.silent - 4)
    expect(gone).not.toContain('screen')
    expect(gone[0]).toBe('flood-0')
    expect(places.screen('screen', 'its key')).toEqual({ granted: true, gone: [] })
  })

  test('SES-20 a known key named by many costs the oldest of those who name it, and nobody else', () => {
    const places = makePlaces(PLACE_LIMITS, () => 2)
    for (const id of ['1', '2', 'other', '3']) places.come(id, 'somewhere')
    expect(places.screen('1', 'key').gone).toEqual([])
    expect(places.screen('other', 'another').gone).toEqual([])
    expect(places.screen('2', 'key').gone).toEqual([])
    expect(places.screen('3', 'key').gone).toEqual(['1'])
    places.leave('2')
    places.come('4', 'somewhere')
    expect(places.screen('4', 'key').gone).toEqual([])
  })

  test('SES-20 strangers are few at one address, viewers few of one person; who leaves makes room', () => {
    const places = makePlaces(FEW, () => 9)
    const stranger = (id: string, address: string) => {
      places.come(id, address)
      return places.stranger(id).granted
    }
    expect(['1', '2', '3'].map((id) => stranger(id, 'a'))).toEqual([true, true, false])
    expect(stranger('4', 'b')).toBe(true)
    places.leave('1')
    expect(stranger('5', 'a')).toBe(true)
    const viewer = (id: string, person: string) => {
      places.come(id, 'a')
      return places.viewer(id, person).granted
    }
    expect(['6', '7', '8'].map((id) => viewer(id, 'li'))).toEqual([true, true, false])
    expect(['9', '10', '11'].map((id) => viewer(id, `${id}`))).toEqual([true, true, false])
  })
})
