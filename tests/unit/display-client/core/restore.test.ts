import { describe, expect, test } from 'vitest'
import type { Kept } from '../../../../display-client/core/state.ts'
import { viewOf } from '../../../../display-client/core/view.ts'
import {
  NOW,
  OTHER_PAIR,
  SCREEN_FACTS,
  SCREEN_IDENTITY,
  TOWN,
  headFor,
  published,
  run,
  signHead,
} from './rig.ts'

const one = published('甲')
const two = published('乙')
const kept: Kept = {
  town: TOWN,
  screen: SCREEN_FACTS,
  active: { signed: signHead(headFor(one.name, 3)), programme: one.body },
  pending: null,
  withdrawn: [],
}
const restored = (part: Partial<Kept> = {}) =>
  run(SCREEN_IDENTITY, { type: 'restored', kept: { ...kept, ...part }, now: NOW })

describe('restore', () => {
  test('I4 a kept programme plays again before anybody answers', () => {
    const { state, effects } = restored()
    expect(state).toMatchObject({ town: TOWN, screen: SCREEN_FACTS, online: false })
    expect(viewOf(state, NOW)).toMatchObject({ kind: 'page', sequence: 3, showing: { release: one.release } })
    expect(effects).toEqual([])
  })

  test('I8 I1 a head or programme changed on the disk is not believed', () => {
    const foreign = signHead(headFor(one.name, 3), OTHER_PAIR.privateKey)
    expect(restored({ active: { signed: foreign, programme: one.body } }).state.active).toBeNull()
    expect(
      restored({ active: { signed: signHead(headFor(one.name, 3)), programme: '{}' } }).state.active,
    ).toBeNull()
    expect(restored({ town: null }).state.active).toBeNull()
  })

  test('I7 I9 withdrawals and a head that waited survive a power cut', () => {
    const pending = signHead(headFor(two.name, 4, { activateAt: NOW + 60_000 }))
    const { state, effects } = restored({ pending, withdrawn: [one.release] })
    expect(effects).toContainEqual({ type: 'obtain', name: two.name })
    expect(viewOf(state, NOW)).toMatchObject({ kind: 'page', showing: { release: null } })
  })

  test('I3 an old pending head left on the disk is passed over', () => {
    const pending = signHead(headFor(two.name, 2))
    expect(restored({ pending }).state.pending).toBeNull()
  })
})
