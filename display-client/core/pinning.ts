import { refusal } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import { fingerprint } from '../../src/protocol/fingerprint.ts'
import type { FromServer } from '../../src/protocol/messages.ts'
import type { PlayerEffect, PlayerState, Step, Tools } from './state.ts'
import { still } from './step.ts'

type Welcome = FromServer & { readonly type: 'welcome' }
type Offer = FromServer & { readonly type: 'pairing' }

/** Shows what it computed itself: a fingerprint that came over the wire would prove nothing (design 5.5). */
export const offerCode = (state: PlayerState, offer: Offer, tools: Tools): Step => {
  const { identity } = state
  if (identity.role === 'viewer') return still(state)
  const { code, expiresAt, town } = offer
  const shown = town ? fingerprint(identity.key, town.key, tools.hash) : offer.fingerprint
  return still({ ...state, pairing: { code, expiresAt, fingerprint: shown, town: town || null } })
}

/** May this town's key be pinned now? Once pinned, only a code shown here for that very key changes it. */
const mayPin = (state: PlayerState, key: string): boolean => {
  const { town, pairing, identity } = state
  if (identity.role === 'viewer' || (town && town.key === key)) return true
  if (pairing && pairing.town) return pairing.town.key === key
  return town === null
}

const greet = (state: PlayerState, now: Instant): Step => {
  const { active, pending } = state
  const sequence = Math.max(active ? active.head.sequence : 0, pending ? pending.head.sequence : 0)
  return {
    state: { ...state, checkedAt: now },
    effects: [{ type: 'ask-clock' }, { type: 'send', message: { type: 'check', sequence } }],
  }
}

/** The server knows us: pin its key, remember which screen we are, ask for the head and the time. */
export const welcomed = (state: PlayerState, { town, screen }: Welcome, now: Instant): Step => {
  if (!mayPin(state, town.key)) {
    return still({ ...state, trouble: refusal('TOWN_KEY_CHANGED', { got: town.name }) })
  }
  const moved = state.town !== null && state.town.key !== town.key
  const clean: PlayerState = moved
    ? { ...state, active: null, pending: null, withdrawn: [], wanted: null }
    : state
  const forget: readonly PlayerEffect[] = moved ? [{ type: 'forget' }] : []
  const known = { ...clean, town, screen, pairing: null, codeUntil: 0, trouble: null }
  const greeting = greet(known, now)
  return {
    state: greeting.state,
    effects: forget.concat([{ type: 'keep-town', town, screen }], greeting.effects),
  }
}
