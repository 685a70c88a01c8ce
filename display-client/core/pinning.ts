import { refusal } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import { fingerprint } from '../../src/protocol/fingerprint.ts'
import type { FromServer } from '../../src/protocol/messages.ts'
import { CODE_KEPT_MS, askedFor, codeDue } from './code.ts'
import { sequenceOf, type PlayerEffect, type PlayerState, type Step, type Tools } from './state.ts'
import { still } from './step.ts'

type Welcome = FromServer & { readonly type: 'welcome' }
type Offer = FromServer & { readonly type: 'pairing' }

/**
 * Shows what it computed itself: a fingerprint that came over the wire would prove nothing (PLY-10). Without the
 * town's key there is nothing to compare, so no code is shown.
 */
export const offerCode = (state: PlayerState, { code, town }: Offer, now: Instant, tools: Tools): Step => {
  const { identity, pairing } = state
  if (identity.role === 'viewer') return still(state)
  if (!town) return still({ ...state, trouble: refusal('VERSION_UNSUPPORTED') })
  const shown = fingerprint(identity.key, town.key, tools.hash)
  const drawn = pairing !== null && pairing.drawn && pairing.code === code && pairing.fingerprint === shown
  return still({ ...state, pairing: { code, until: now + CODE_KEPT_MS, fingerprint: shown, town, drawn } })
}

/** Does the code for this very key stand on the panel? */
const stands = (state: PlayerState, key: string, now: Instant): boolean => {
  const { pairing } = state
  return pairing !== null && pairing.drawn && pairing.town.key === key && codeDue(state, now)
}

const greet = (state: PlayerState, now: Instant): Step => ({
  state: { ...state, checkedAt: now },
  effects: [{ type: 'ask-clock' }, { type: 'send', message: { type: 'check', sequence: sequenceOf(state) } }],
})

/** Heads, their numbers and leases begin afresh. */
const forgotten = (state: PlayerState): PlayerState => ({
  ...state,
  active: null,
  pending: null,
  withdrawn: [],
  wanted: null,
  told: { notified: 0, ready: 0, showing: 0 },
})

/**
 * The server knows us: remember which screen we are, ask for the head and the time. A key that is not pinned yet is
 * pinned only while its code stands drawn here. Where a hand asked for that code, nothing of before counts: so a screen
 * is won back from whoever held the town's key meanwhile.
 */
export const welcomed = (state: PlayerState, { town, screen }: Welcome, now: Instant): Step => {
  const known = state.town !== null && state.town.key === town.key
  const drawn = stands(state, town.key, now)
  if (!known && !drawn && state.identity.role === 'screen') {
    return still({ ...state, trouble: refusal('TOWN_KEY_CHANGED') })
  }
  const anew = (state.town !== null && !known) || (drawn && askedFor(state, now))
  const forget: readonly PlayerEffect[] = anew ? [{ type: 'forget' }] : []
  const paired = { ...(anew ? forgotten(state) : state), town, screen, pairing: null, codeUntil: 0 }
  const greeting = greet({ ...paired, trouble: null }, now)
  return {
    state: greeting.state,
    effects: forget.concat([{ type: 'keep-town', town, screen }], greeting.effects),
  }
}
