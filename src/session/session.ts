import type { Instant } from '../model/ids.ts'
import { answer } from './answer.ts'
import { listen } from './listen.ts'
import { turnAway } from './refuse.ts'
import type { SessionEvent, SessionState, Step } from './state.ts'

/** A connection that has not said who it is by then is closed (I10): the first word costs one way there and back. */
const SPEAK_WITHIN_MS = 2_000

/** A fresh connection. `nonce`: at least 16 characters of base64url from the system's randomness, used once. */
export const openSession = (nonce: string, now: Instant): Step => ({
  state: { phase: 'connected', nonce, strikes: 0 },
  effects: [{ type: 'wake', at: now + SPEAK_WITHIN_MS }],
})

/** Silent strangers go; a code that ran out is replaced by a new one. */
const woken = (state: SessionState): Step => {
  if (state.phase === 'pairing') return { state, effects: [{ type: 'open-pairing', key: state.key }] }
  const nameless = state.phase === 'connected' || state.phase === 'challenged'
  if (!nameless) return { state, effects: [] }
  return { state: { phase: 'closed', strikes: state.strikes }, effects: [{ type: 'close' }] }
}

/** The whole life of one connection: total, never throws; an event that does not fit the phase changes nothing. */
export const session = (state: SessionState, event: SessionEvent): Step => {
  if (state.phase === 'closed') return { state, effects: [] }
  switch (event.type) {
    case 'message':
      return listen(state, event.value, event.now)
    case 'replaced':
      return state.phase === 'joined' ? turnAway(state, 'SCREEN_REPLACED') : { state, effects: [] }
    case 'woken':
      return woken(state)
    case 'closed':
      return { state: { phase: 'closed', strikes: state.strikes }, effects: [] }
    default:
      return answer(state, event)
  }
}
