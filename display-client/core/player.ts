import type { Instant } from '../../src/model/ids.ts'
import { PROTOCOL_VERSION, type FromServer } from '../../src/protocol/messages.ts'
import { completeProgramme, hear, obey, receiveProgramme, settle } from './heads.ts'
import { offerCode, welcomed } from './pinning.ts'
import { tell } from './receipts.ts'
import { restore } from './restore.ts'
import { sequenceOf, type PlayerEvent, type PlayerState, type Step, type Tools } from './state.ts'
import { chain, still } from './step.ts'

/** Hints may be lost: heads are compared this often (design 5.6). */
const CHECK_EVERY_MS = 300_000
/** How long a code asked for at the panel stays up. */
const CODE_SHOWN_MS = 600_000
/** A code is kept a little past its end, so that its successor replaces it without a gap. */
const CODE_GRACE_MS = 15_000

const listen = (state: PlayerState, message: FromServer, now: Instant, tools: Tools): Step => {
  switch (message.type) {
    case 'challenge':
      return { state, effects: [{ type: 'prove', nonce: message.nonce }] }
    case 'pairing':
      return offerCode(state, message, tools)
    case 'welcome':
      return welcomed(state, message, now)
    case 'head':
      return obey(state, message.head, now, tools)
    case 'hint':
      return hear(state, message.programme, message.sequence, now)
    case 'clock':
      return { state, effects: [{ type: 'clock-answer', sent: message.sent, server: message.now }] }
    case 'refused':
      return still({ ...state, trouble: message.refusal })
  }
}

const connected = (state: PlayerState, online: boolean): Step => {
  // Receipts may have died with the old connection; the server takes a second telling for the first.
  const told = { notified: 0, ready: 0, showing: 0 }
  if (!online) return still({ ...state, online, told })
  const { identity } = state
  const hello = { type: 'hello', protocol: PROTOCOL_VERSION } as const
  const message =
    identity.role === 'screen'
      ? ({ ...hello, role: 'screen', key: identity.key } as const)
      : ({ ...hello, role: 'viewer', screen: identity.screen } as const)
  return { state: { ...state, online }, effects: [{ type: 'send', message }] }
}

const dropOldCode = (state: PlayerState, now: Instant): Step => {
  const { pairing } = state
  return still(pairing && now > pairing.expiresAt + CODE_GRACE_MS ? { ...state, pairing: null } : state)
}

/** A step back of the clock must not put the next check off for ever (I11). */
const checkNow = (state: PlayerState, now: Instant): Step => {
  const due = Math.abs(now - state.checkedAt) >= CHECK_EVERY_MS
  if (!state.online || !state.screen || state.pairing || !due) return still(state)
  return {
    state: { ...state, checkedAt: now },
    effects: [{ type: 'send', message: { type: 'check', sequence: sequenceOf(state) } }],
  }
}

const shown = (state: PlayerState, sequence: number, now: Instant): Step =>
  state.active && state.active.head.sequence === sequence
    ? tell(state, 'showing', sequence, now)
    : still(state)

/** The player as a machine: total and pure, never throws; the world is in its effects and events. */
export const player = (state: PlayerState, event: PlayerEvent, tools: Tools): Step => {
  switch (event.type) {
    case 'restored':
      return restore(state, event.kept, event.now, tools)
    case 'online':
      return connected(state, event.online)
    case 'message':
      return listen(state, event.message, event.now, tools)
    case 'programme':
      return receiveProgramme(state, event.name, event.body)
    case 'complete':
      return completeProgramme(state, event.name, event.now)
    case 'shown':
      return shown(state, event.sequence, event.now)
    case 'touched':
      return still(state.pairing ? { ...state, codeUntil: event.now + CODE_SHOWN_MS } : state)
    case 'tick':
      return chain(
        state,
        (s) => settle(s, event.now),
        (s) => dropOldCode(s, event.now),
        (s) => checkNow(s, event.now),
      )
  }
}
