import { describe, expect, test } from 'vitest'
import type { Kept } from '../../../../display-client/core/state.ts'
import { viewOf } from '../../../../display-client/core/view.ts'
import {
  NOW,
  ONLINE,
  OTHER_PAIR,
  SCREEN_FACTS,
  SCREEN_IDENTITY,
  TOWN,
  WELCOME,
  headEvent,
  headFor,
  published,
  run,
  runOn,
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
    expect(effects).toContainEqual({ type: 'fetch', name: two.name })
    expect(viewOf(state, NOW)).toMatchObject({ kind: 'page', showing: { release: null } })
  })

  test('PLY-28 a head for years that was kept before such heads were refused is let go, and its number with it', () => {
    const far = { sequence: Number.MAX_SAFE_INTEGER, leaseUntil: Date.UTC(2100, 0) }
    const signed = signHead(headFor(one.name, 3, far))
    const { state } = restored({ active: { signed, programme: one.body } })
    expect(state).toMatchObject({ town: TOWN, active: null })
    expect(runOn(state, headEvent(signHead(headFor(two.name, 5)))).state.pending?.head.sequence).toBe(5)
  })

  test('PLY-19 PLY-10 a screen that was paired by a player of before needs no code: its town is known', () => {
    const { state } = runOn(restored().state, ONLINE, WELCOME, headEvent(signHead(headFor(one.name, 4))))
    expect(state).toMatchObject({ town: TOWN, active: { head: { sequence: 4 } }, trouble: null })
  })

  test('I3 an old pending head left on the disk is passed over', () => {
    const pending = signHead(headFor(two.name, 2))
    expect(restored({ pending }).state.pending).toBeNull()
  })
})
