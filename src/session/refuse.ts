import { refusal, type Refusal, type RefusalDetail } from '../errors/refusal.ts'
import type { ErrorCode } from '../errors/codes.ts'
import type { SessionEffect, SessionState, Step } from './state.ts'

/** So many malformed messages end a connection; a device that means well sends none. */
const STRIKES = 3

export const say = (refused: Refusal): SessionEffect => ({
  type: 'send',
  message: { type: 'refused', refusal: refused },
})

/** Says why, then closes. */
export const turnAway = (state: SessionState, code: ErrorCode, detail: RefusalDetail = {}): Step => ({
  state: { phase: 'closed', strikes: state.strikes },
  effects: [say(refusal(code, detail)), { type: 'close' }],
})

/** One malformed message: says which field, and closes at the third. */
export const strike = (state: SessionState, refused: Refusal): Step => {
  const strikes = state.strikes + 1
  return strikes < STRIKES
    ? { state: { ...state, strikes }, effects: [say(refused)] }
    : { state: { phase: 'closed', strikes }, effects: [say(refused), { type: 'close' }] }
}
