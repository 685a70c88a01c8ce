import { describe, expect, test } from 'vitest'
import { refusal } from '../../../src/errors/refusal.ts'
import { strike, turnAway } from '../../../src/session/refuse.ts'
import type { SessionState } from '../../../src/session/state.ts'
import { NONCE } from './run.ts'

const state = (strikes: number): SessionState => ({ phase: 'connected', nonce: NONCE, strikes })

describe('refuse', () => {
  test('SES-7 the third strike closes, the first two warn', () => {
    const bad = refusal('MSG_INVALID', { field: 'x', got: 'x' })
    expect(strike(state(0), bad)).toMatchObject({ state: { phase: 'connected', strikes: 1 } })
    expect(strike(state(2), bad)).toMatchObject({ state: { phase: 'closed', strikes: 3 } })
  })

  test('I14 whoever is turned away hears why before the line is cut', () => {
    const { effects } = turnAway(state(0), 'VIEWER_NOT_ALLOWED')
    expect(effects.map((effect) => effect.type)).toEqual(['send', 'close'])
  })
})
