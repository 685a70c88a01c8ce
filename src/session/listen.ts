import { isRefusal } from '../errors/is-refusal.ts'
import { refusal } from '../errors/refusal.ts'
import type { Instant } from '../model/ids.ts'
import { CLOCK_BURST, clockBody } from '../protocol/clock-body.ts'
import { decodeFromDevice } from '../protocol/from-device.ts'
import type { FromDevice } from '../protocol/messages.ts'
import { strike, turnAway } from './refuse.ts'
import type { SessionEffect, SessionState, Step } from './state.ts'

const still = (state: SessionState): Step => ({ state, effects: [] })

const hello = (state: SessionState, message: FromDevice & { type: 'hello' }): Step => {
  if (state.phase !== 'connected')
    return strike(state, refusal('MSG_INVALID', { field: 'type', got: 'hello' }))
  const { nonce, strikes } = state
  return message.role === 'viewer'
    ? {
        state: { phase: 'authorising', screen: message.screen, strikes },
        effects: [{ type: 'find-viewed', screen: message.screen }],
      }
    : {
        state: { phase: 'seating', nonce, key: message.key, strikes },
        effects: [{ type: 'seat', key: message.key }],
      }
}

const prove = (state: SessionState, message: FromDevice & { type: 'prove' }): Step => {
  if (state.phase !== 'challenged') {
    return strike(state, refusal('MSG_INVALID', { field: 'type', got: 'prove' }))
  }
  const { key, nonce, strikes } = state
  return {
    state: { phase: 'proving', key, nonce, report: message.report, strikes },
    effects: [{ type: 'verify', key, nonce, signature: message.signature }],
  }
}

const check = (state: SessionState, has: number): Step =>
  state.phase === 'joined' || state.phase === 'viewing'
    ? {
        state: { ...state, has },
        effects: [
          // A viewer proves nothing, so its number says nothing.
          ...(state.phase === 'joined' ? [{ type: 'saw', sequence: has } as const] : []),
          { type: 'find-head', screen: state.screen },
        ],
      }
    : still(state)

/** Only the screen itself counts: a viewer's receipts are passed over, not punished (SES-5). */
const receipt = (state: SessionState, { sequence, stage, at }: FromDevice & { type: 'receipt' }): Step =>
  state.phase === 'joined'
    ? { state, effects: [{ type: 'store-receipt', screen: state.screen, sequence, stage, at }] }
    : still(state)

const report = (state: SessionState, message: FromDevice & { type: 'report' }, now: Instant): Step =>
  state.phase === 'joined'
    ? {
        state: { ...state, report: message.report },
        effects: [{ type: 'store-report', screen: state.screen, report: message.report, now }],
      }
    : still(state)

/** Anybody is told the time; whose key is proven gets it signed when he asks for that (SES-10). */
const time = (state: SessionState, { sent, random }: FromDevice & { type: 'clock' }, now: Instant): Step => {
  const plain: SessionEffect = { type: 'send', message: { type: 'clock', sent, now } }
  if (!('told' in state)) return { state, effects: [plain] }
  const told = [...state.told, [sent, now] as const].slice(-CLOCK_BURST)
  if (random === undefined) return { state: { ...state, told }, effects: [plain] }
  const body = clockBody(state.nonce, random, told)
  return { state: { ...state, told: [] }, effects: [{ type: 'tell-time', sent, now, body }] }
}

/** A value from the wire. A version we do not speak is told so and left; malformed ones are counted. */
export const listen = (state: SessionState, value: unknown, now: Instant): Step => {
  const message = decodeFromDevice(value)
  if (isRefusal(message)) {
    const { code, limit, got } = message
    return code === 'VERSION_UNSUPPORTED'
      ? turnAway(state, code, {
          ...(limit === undefined ? {} : { limit }),
          ...(got === undefined ? {} : { got }),
        })
      : strike(state, message)
  }
  switch (message.type) {
    case 'hello':
      return hello(state, message)
    case 'prove':
      return prove(state, message)
    case 'check':
      return check(state, message.sequence)
    case 'receipt':
      return receipt(state, message)
    case 'report':
      return report(state, message, now)
    case 'clock':
      return time(state, message, now)
  }
}
