import { describe, expect, test } from 'vitest'
import { answer } from '../../../src/session/answer.ts'
import type { SessionState } from '../../../src/session/state.ts'
import { FOUND, HEAD, NONCE } from './run.ts'

const fresh: SessionState = { phase: 'connected', nonce: NONCE, strikes: 0 }

describe('answer', () => {
  test('SES-12 an answer nobody asked for changes nothing', () => {
    for (const event of [
      { type: 'proof', valid: true },
      { type: 'screen', found: FOUND },
      { type: 'viewed', allowed: true, found: FOUND },
      { type: 'current', current: HEAD },
      { type: 'paired' },
      { type: 'unpaired' },
      { type: 'regrouped', group: FOUND.group, current: HEAD },
    ] as const) {
      expect(answer(fresh, event)).toEqual({ state: fresh, effects: [] })
    }
  })
})
