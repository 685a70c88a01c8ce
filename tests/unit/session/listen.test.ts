import { describe, expect, test } from 'vitest'
import { listen } from '../../../src/session/listen.ts'
import type { SessionState } from '../../../src/session/state.ts'
import { FROM_DEVICE, KEY, REPORT } from '../protocol/samples.ts'
import { NONCE, NOW } from './run.ts'

const pairing: SessionState = {
  phase: 'pairing',
  key: KEY,
  report: REPORT,
  nonce: NONCE,
  told: [],
  strikes: 0,
}

describe('listen', () => {
  test('SES-7 well-formed words out of their time are passed over, a second hello or proof is a strike', () => {
    for (const message of FROM_DEVICE) {
      const { state } = listen(pairing, message, NOW)
      const again = message.type === 'hello' || message.type === 'prove'
      expect(state).toEqual({ ...pairing, told: expect.any(Array), strikes: again ? 1 : 0 })
    }
  })
})
