import { describe, expect, test } from 'vitest'
import type { ScreenId } from '../../../src/model/ids.ts'
import type { Belief } from '../../../src/trust/belief.ts'
import type { Offer, Pinned } from '../../../src/trust/keys.ts'
import { mayShow, welcomed, type Line } from '../../../src/trust/welcome.ts'
import { nothingWithdrawn } from '../../../src/trust/withdrawn.ts'
import type { ServerSealed } from '../../../src/wire/messages.ts'
import { NOW, shaOf, sixteenOf, withdrawalsOf } from '../../builders/wire.ts'
import { D, OTHERS, OURS, secrets, standing } from '../../fakes/wire-town.ts'

type Welcome = ServerSealed & { readonly type: 'welcome' }
type Townlike = typeof OURS
const S = standing()
const emptyRoot = (k: number) => nothingWithdrawn(k, secrets).root

const welcome = (
  town: Townlike,
  { k = 1, assignment = 1, sequence = 7, highest = 0, root = emptyRoot(k) } = {},
): Welcome => ({
  type: 'welcome',
  screen: { id: 'screen-1' as ScreenId, name: '菜市场东门', width: 640, height: 320 },
  town: '五间镇',
  assignment: town.assignment({ k, sequence: assignment }),
  head: town.head({ k, sequence, withdrawn: { bytes: 0, count: 0, newest: [], root: emptyRoot(k) } }),
  highest,
  withdrawn: { bytes: 100, root },
})
const line = (town: Townlike, known: Offer['known'], more: Partial<Line> & { k?: number } = {}): Line => {
  const { k = 1, ...rest } = more
  return { offer: { town: town.town(k), known }, drawn: false, byHand: false, ...rest }
}
const NEW: Belief = { device: D.key, pinned: { type: 'none' }, own: null }
const pinned = (town: Townlike, k = 1): Pinned => ({ type: 'town', learned: 'code', ...town.town(k) })
const PAIRED = welcomed(NEW, welcome(OURS), line(OURS, 'new', { drawn: true }), S)!.value

describe('TRU-10 a welcome', () => {
  test('TRU-10 pins a recovery key only while its code stands drawn here', () => {
    expect(PAIRED).toMatchObject({ pinned: pinned(OURS), own: { k: 1, numbers: { last: 7 } } })
    expect(welcomed(NEW, welcome(OURS), line(OURS, 'new'), S)).toBeNull()
    expect(welcomed(PAIRED, welcome(OTHERS), line(OTHERS, 'new'), S)).toBeNull()
  })

  test('TRU-10 of the town that is known, under the k that is held, begins nothing afresh', () => {
    const again = welcomed(PAIRED, welcome(OURS, { sequence: 5 }), line(OURS, 'pinned'), S)!
    expect(again).toEqual({ value: PAIRED, fault: null })
    const byItself = welcomed(
      PAIRED,
      welcome(OURS, { sequence: 5 }),
      line(OURS, 'pinned', { drawn: true }),
      S,
    )!
    expect(byItself.value).toEqual(PAIRED)
  })

  test('TRU-10 under another k begins number, lease and withdrawals afresh, with the head in it', () => {
    const known = { ...PAIRED.own!, withdrawn: { ...PAIRED.own!.withdrawn, entries: withdrawalsOf(2) } }
    const before = { ...PAIRED, pinned: pinned(OURS, 2), own: known }
    const after = welcomed(before, welcome(OURS, { k: 2, sequence: 3 }), line(OURS, 'pinned', { k: 2 }), S)!
    expect(after.value.own).toMatchObject({
      k: 2,
      key: OURS.server(2).key,
      numbers: { first: 3, last: 3 },
      withdrawn: { entries: [], k: 2 },
    })
  })

  test('TRU-10 by a code that a hand asked for begins afresh under the same key too, and another town is taken', () => {
    const asked = { drawn: true, byHand: true }
    const won = welcomed(PAIRED, welcome(OURS, { sequence: 3 }), line(OURS, 'pinned', asked), S)!
    expect(won.value.own!.numbers).toEqual({ first: 3, since: 0, last: 3 })
    const other = welcomed(PAIRED, welcome(OTHERS, { sequence: 2 }), line(OTHERS, 'new', asked), S)!
    expect(other.value).toMatchObject({ pinned: pinned(OTHERS), own: { key: OTHERS.server(1).key } })
  })

  test('TRU-10 begins nothing where its assignment does not hold', () => {
    const wrong = { ...welcome(OURS), assignment: OTHERS.assignment() }
    expect(welcomed(NEW, wrong, line(OURS, 'new', { drawn: true }), S)).toBeNull()
    // Where something is held already, that stands, and the fault is told.
    expect(welcomed(PAIRED, wrong, line(OURS, 'pinned'), S)).toEqual({
      value: PAIRED,
      fault: 'ASSIGNMENT_INVALID',
    })
  })

  test('TRU-10 begins without a head where that does not hold, and takes the next one of its group', () => {
    const wrong = { ...welcome(OURS), head: OTHERS.head() }
    const begun = welcomed(NEW, wrong, line(OURS, 'new', { drawn: true }), S)!
    expect(begun).toMatchObject({ fault: 'HEAD_INVALID', value: { own: { held: null } } })
    expect(begun.value.own!.assigned!.assignment.group).toBe(sixteenOf('group'))
    expect(mayShow(begun.value.own, null, NOW, 0)).toBe(false)
  })

  test('TRU-10 by the wire it is pinned as learned there', () => {
    const before: Belief = { ...NEW, pinned: { type: 'former', key: OURS.server(1).key } }
    const after = welcomed(before, welcome(OURS), line(OURS, 'wire'), S)!
    expect(after.value.pinned).toEqual({ ...pinned(OURS), learned: 'wire' })
  })
})

describe('TRU-11 what may be shown', () => {
  const { own } = PAIRED

  test('TRU-11 on the line nothing below the number the town has from this screen; off it what is held', () => {
    expect(mayShow(own, { highest: 7 }, NOW, 0)).toBe(true)
    expect(mayShow(own, { highest: 8 }, NOW, 0)).toBe(false)
    expect(mayShow(own, null, NOW, 0)).toBe(true)
  })

  test('TRU-11 on the line nothing while withdrawals that the town named are not here', () => {
    const named = welcomed(PAIRED, welcome(OURS, { root: shaOf('root') }), line(OURS, 'pinned'), S)!.value
    expect(named.own!.lacking).toEqual({ root: shaOf('root'), bytes: 100 })
    expect(mayShow(named.own, { highest: 0 }, NOW, 0)).toBe(false)
    expect(mayShow(named.own, null, NOW, 0)).toBe(true)
  })

  test('TRU-11 PRG-9 nothing without a head, and nothing after its lease, by time or by age', () => {
    expect(mayShow(null, null, NOW, 0)).toBe(false)
    expect(mayShow(own, null, NOW + 30 * 86_400_000, 0)).toBe(false)
    expect(mayShow(own, null, 0, 30 * 86_400_000)).toBe(false)
    expect(mayShow(own, null, 0, 30 * 86_400_000 - 1)).toBe(true)
  })
})
