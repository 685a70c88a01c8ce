import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedFor, codeDue } from '../../../../display-client/core/code.ts'
import {
  NOW,
  ONLINE,
  PAIRED,
  SCREEN_IDENTITY,
  headEvent,
  headFor,
  offer,
  published,
  run,
  signHead,
  touched,
} from './rig.ts'

const HEAD = headEvent(signHead(headFor(published('甲').name, 1)))

describe('code', () => {
  test('PLY-13 a hand opens the panel for ten minutes, however the clock is set meanwhile', () => {
    const { state } = run(SCREEN_IDENTITY, ONLINE, ...PAIRED, HEAD, offer(), touched())
    fc.assert(
      fc.property(fc.integer({ min: -4e11, max: 4e11 }), (by) => {
        const open = by >= 0 && by < 600_000
        expect(askedFor(state, NOW + by)).toBe(open)
        expect(codeDue(state, NOW + by)).toBe(open)
      }),
    )
  })

  test('PLY-13 a code that stands while the clock is set a little stays, and goes when it is set far', () => {
    const { state } = run(SCREEN_IDENTITY, ONLINE, offer())
    expect([-60_000, 0, 60_000].map((by) => codeDue(state, NOW + by))).toEqual([true, true, true])
    expect([-9e9, 9e9].map((by) => codeDue(state, NOW + by))).toEqual([false, false])
  })
})
