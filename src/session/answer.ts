import type { Instant } from '../model/ids.ts'
import { turnAway } from './refuse.ts'
import type { CurrentHead, FoundScreen, SessionEffect, SessionEvent, SessionState, Step } from './state.ts'

const still = (state: SessionState): Step => ({ state, effects: [] })

const sendHead = (current: CurrentHead | null): readonly SessionEffect[] =>
  current ? [{ type: 'send', message: { type: 'head', head: current.head } }] : []

const welcome = (found: FoundScreen): readonly SessionEffect[] => [
  { type: 'send', message: { type: 'welcome', screen: found.screen, town: found.town, now: found.now } },
  ...sendHead(found.current),
]

/** A key that was named is proved by then, on a slow line too, or the connection is closed (SES-1). */
const PROVE_WITHIN_MS = 10_000

const seated = (state: SessionState, now: Instant): Step => {
  if (state.phase !== 'seating') return still(state)
  return {
    state: { ...state, phase: 'challenged' },
    effects: [
      { type: 'send', message: { type: 'challenge', nonce: state.nonce } },
      { type: 'wake', at: now + PROVE_WITHIN_MS },
    ],
  }
}

/** Nothing is lost: it comes back by itself (SES-20). */
const crowded = (state: SessionState): Step => {
  if (state.phase === 'seating') return turnAway(state, 'TOO_MANY_DEVICES')
  return state.phase === 'authorising' ? turnAway(state, 'TOO_MANY_VIEWERS') : still(state)
}

type Finding = SessionState & { readonly phase: 'finding' }

/** Rooms first, then words: a head sent to the room in between is then not missed. */
const found = (state: Finding, screen: FoundScreen | null): Step => {
  const { key, report } = state
  if (!screen) {
    return { state: { ...state, phase: 'pairing' }, effects: [{ type: 'open-pairing', key }] }
  }
  const { id } = screen.screen
  return {
    state: { ...state, phase: 'joined', screen: id, has: 0 },
    effects: [
      { type: 'claim', key, screen: id, group: screen.group },
      { type: 'store-report', screen: id, report, now: screen.now },
      ...welcome(screen),
    ],
  }
}

const proof = (state: SessionState, valid: boolean): Step => {
  if (state.phase !== 'proving') return still(state)
  if (!valid) return turnAway(state, 'PROOF_INVALID')
  return {
    state: { ...state, phase: 'finding', told: [] },
    effects: [{ type: 'find-screen', key: state.key }],
  }
}

const code = (state: SessionState, event: SessionEvent & { type: 'code' }): Step => {
  if (state.phase !== 'pairing') return still(state)
  const { type: _, own, ...pairing } = event
  const revocationHead: readonly SessionEffect[] = own
    ? [{ type: 'listen', group: own.group }, ...sendHead(own.current)]
    : []
  return {
    state,
    effects: [
      ...revocationHead,
      { type: 'send', message: { type: 'pairing', ...pairing } },
      { type: 'wake', at: event.expiresAt },
    ],
  }
}

const viewed = (state: SessionState, allowed: boolean, screen: FoundScreen | null): Step => {
  if (state.phase !== 'authorising') return still(state)
  if (!allowed) return turnAway(state, 'VIEWER_NOT_ALLOWED')
  if (!screen) return turnAway(state, 'SCREEN_UNKNOWN')
  const { id } = screen.screen
  return {
    state: { phase: 'viewing', screen: id, has: 0, strikes: state.strikes },
    effects: [{ type: 'watch', screen: id, group: screen.group }, ...welcome(screen)],
  }
}

const current = (state: SessionState, head: CurrentHead | null): Step =>
  (state.phase === 'joined' || state.phase === 'viewing') && head && head.sequence > state.has
    ? { state: { ...state, has: head.sequence }, effects: sendHead(head) }
    : still(state)

const paired = (state: SessionState): Step =>
  state.phase === 'pairing'
    ? { state: { ...state, phase: 'finding' }, effects: [{ type: 'find-screen', key: state.key }] }
    : still(state)

/** It is offered a code, and hears the revocation head that leaves it nothing but the fallback (docs/decisions/0005). */
const unpaired = (state: SessionState): Step => {
  if (state.phase === 'viewing') return turnAway(state, 'SCREEN_UNKNOWN')
  if (state.phase !== 'joined') return still(state)
  const { screen: _, has: __, ...rest } = state
  const { key } = rest
  return {
    state: { ...rest, phase: 'pairing' },
    effects: [{ type: 'leave' }, { type: 'open-pairing', key }],
  }
}

const regrouped = (state: SessionState, event: SessionEvent & { type: 'regrouped' }): Step =>
  state.phase === 'joined' || state.phase === 'viewing'
    ? { state, effects: [{ type: 'move', group: event.group }, ...sendHead(event.current)] }
    : still(state)

type Answer = Exclude<SessionEvent, { type: 'message' | 'replaced' | 'woken' | 'closed' }>

/** What the adapter found out, or what happened in the CMS. */
export const answer = (state: SessionState, event: Answer): Step => {
  switch (event.type) {
    case 'seated':
      return seated(state, event.now)
    case 'crowded':
      return crowded(state)
    case 'proof':
      return proof(state, event.valid)
    case 'screen':
      return state.phase === 'finding' ? found(state, event.found) : still(state)
    case 'code':
      return code(state, event)
    case 'viewed':
      return viewed(state, event.allowed, event.found)
    case 'current':
      return current(state, event.current)
    case 'paired':
      return paired(state)
    case 'unpaired':
      return unpaired(state)
    case 'regrouped':
      return regrouped(state, event)
  }
}
