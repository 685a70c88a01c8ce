import { describe, expect, test } from 'vitest'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { chain, still } from '../../../../display-client/core/step.ts'
import { SCREEN_IDENTITY } from './rig.ts'

const fresh = freshPlayer(SCREEN_IDENTITY)

describe('step', () => {
  test('PLY-18 steps see what the one before left, and their effects keep the order', () => {
    const step = chain(
      fresh,
      (s) => ({ state: { ...s, codeUntil: 1 }, effects: [{ type: 'forget' }] }),
      (s) => ({ state: { ...s, codeUntil: s.codeUntil + 1 }, effects: [{ type: 'ask-clock' }] }),
    )
    expect(step.state.codeUntil).toBe(2)
    expect(step.effects.map((effect) => effect.type)).toEqual(['forget', 'ask-clock'])
    expect(still(fresh)).toEqual({ state: fresh, effects: [] })
  })
})
