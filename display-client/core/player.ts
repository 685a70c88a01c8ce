import type { Instant } from '../../src/model/ids.ts'
import { PROTOCOL_VERSION, type FromServer } from '../../src/protocol/messages.ts'
import { codeDrawn, dropOldCode, touch } from './code.ts'
import { completeProgramme, hear, obey, receiveProgramme, settle } from './heads.ts'
import { offerCode, welcomed } from './pinning.ts'
import { tell } from './receipts.ts'
import { restore } from './restore.ts'
import { sequenceOf, type PlayerEvent, type PlayerState, type Step, type Tools } from './state.ts'
import { chain, still } from './step.ts'
import { heardTrouble } from './troubles.ts'

/** Hints may be lost: heads are compared this often (PLY-12). */
const CHECK_EVERY_MS = 300_000

const listen = (state: PlayerState, message: FromServer, now: Instant, tools: Tools): Step => {
  switch (message.type) {
    case 'challenge':
      return { state, effects: [{ type: 'prove', nonce: message.nonce }] }
    case 'pairing':
      return offerCode(state, message, now, tools)
    case 'welcome':
      return welcomed(state, message, now)
    case 'head':
      return obey(state, message.head, now, tools)
    case 'hint':
      return hear(state, message.programme, message.sequence, now)
    case 'clock': {
      const { type: _, now: server, ...answer } = message
      return { state, effects: [{ type: 'clock-answer', server, ...answer }] }
    }
    case 'refused':
      return still({ ...state, trouble: heardTrouble(message.refusal.code) })
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
      return completeProgramme(state, event.name, event.arrival, event.now)
    case 'shown':
      return shown(state, event.sequence, event.now)
    case 'touched':
      return touch(state, event.now)
    case 'code-drawn':
      return codeDrawn(state, event.code, event.fingerprint)
    case 'timed':
      return still({ ...state, timed: true })
    case 'tick':
      return chain(
        state,
        (s) => settle(s, event.now),
        (s) => dropOldCode(s, event.now),
        (s) => checkNow(s, event.now),
      )
  }
}
