import { isRefusal } from '../../src/errors/is-refusal.ts'
import type { Instant, Sha256 } from '../../src/model/ids.ts'
import type { Programme, SignedHead } from '../../src/model/programme.ts'
import { HEAD_DOMAIN, signedText } from '../../src/signed/wire.ts'
import { parseHead } from '../../src/programme/head.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { ownGroup } from '../../src/protocol/fingerprint.ts'
import { modest, vouchedFor } from './plan.ts'
import { tell } from './receipts.ts'
import {
  isRevocation,
  sequenceOf,
  type Arrival,
  type PlayerState,
  type Step,
  type Tools,
  type VerifiedHead,
} from './state.ts'
import { chain, still } from './step.ts'

/** A lease is 30 days (PUB-6), a step of numbers a million at most (PUB-11); a day is left for clocks that differ. */
const LEASE_MOST_MS = 31 * 86_400_000
const STEP_MOST = 1_000_000
/** How many withdrawals of overtaken heads are remembered (I10). */
const WITHDRAWN_KEPT = 256

/** A head whose lease is over as it begins takes everything but the fallback off a screen: only its addressee obeys. */
const addressed = ({ identity, town }: PlayerState, verified: VerifiedHead, tools: Tools): boolean =>
  !isRevocation(verified) ||
  (identity.role === 'screen' && ownGroup(identity.key, town!.key, tools.hash) === verified.head.group)

/**
 * Whoever holds a stolen key must not bind a screen for years, nor use up the numbers of the town he stole it from: what
 * he says ends by itself. Before the town's clock has set the time only the head's own start counts, since a box whose
 * clock is years behind must play.
 */
const excessOf = (state: PlayerState, { head }: VerifiedHead, now: Instant): 'lease' | 'sequence' | null => {
  const from = state.timed ? Math.min(now, head.activateAt) : head.activateAt
  if (head.leaseUntil - from > LEASE_MOST_MS) return 'lease'
  const last = sequenceOf(state)
  return last > 0 && head.sequence - last > STEP_MOST ? 'sequence' : null
}

const refused = (state: PlayerState, trouble: Refusal): Step => still({ ...state, trouble })

/** A head only counts when the pinned key signed exactly these bytes and they parse (I1). */
export const verifyHead = (
  state: PlayerState,
  signed: SignedHead,
  now: Instant,
  tools: Tools,
): VerifiedHead | Refusal => {
  const ours =
    state.town !== null &&
    tools.verify(state.town.key, signedText(HEAD_DOMAIN, signed.body), signed.signature)
  if (!ours) return refusal('HEAD_INVALID', { got: 'signature' })
  const head = parseHead(signed.body)
  if (isRefusal(head)) return head
  const verified = { signed, head }
  if (!addressed(state, verified, tools)) return refusal('HEAD_INVALID', { got: 'group' })
  const excess = excessOf(state, verified, now)
  return excess ? refusal('HEAD_INVALID', { got: excess }) : verified
}

/** What the programme names is fetched on a hint's word alone only where it is little. */
const fetchNamed = (state: PlayerState, name: Sha256, programme: Programme): Step => ({
  state,
  effects: vouchedFor(state, name) || modest(programme) ? [{ type: 'complete', name, programme }] : [],
})

/** Makes a programme the one to be fetched, unless it is that already or plays now. */
const want = (state: PlayerState, name: Sha256, sequence: number, now: Instant): Step => {
  const { active, wanted } = state
  if (active && active.head.programme === name) {
    return tell({ ...state, wanted: null }, 'ready', sequence, now)
  }
  if (wanted && wanted.name === name) {
    const same = { ...state, wanted: { ...wanted, sequence } }
    if (wanted.arrival) return tell(same, 'ready', sequence, now, wanted.arrival)
    const { programme } = wanted
    return programme && !modest(programme) ? fetchNamed(same, name, programme) : still(same)
  }
  return {
    state: { ...state, wanted: { name, sequence, programme: null, arrival: null } },
    effects: [{ type: 'fetch', name }],
  }
}

/** Starts the pending head when its instant has come and all of it is here: whole or not at all (I2). */
export const settle = (state: PlayerState, now: Instant): Step => {
  const { active, pending, wanted } = state
  if (!pending || now < pending.head.activateAt) return still(state)
  const { programme: name } = pending.head
  const running = active && active.head.programme === name ? active.programme : null
  const arrived = wanted && wanted.name === name && wanted.arrival ? wanted.programme : null
  const programme = running || arrived
  if (!programme) return still(state)
  return {
    state: { ...state, active: { ...pending, programme }, pending: null, withdrawn: [], wanted: null },
    effects: [{ type: 'keep-active', signed: pending.signed, name }],
  }
}

/**
 * A hint is not signed, so all it does is start the fetching of bytes; a signed head must name them before they play.
 * While a signed head waits for its own programme, that one is fetched first.
 */
export const hear = (state: PlayerState, name: Sha256, sequence: number, now: Instant): Step => {
  const late = sequence <= sequenceOf(state) || (state.wanted && sequence <= state.wanted.sequence)
  if (late || state.pending) return still(state)
  return chain(
    state,
    (s) => tell(s, 'notified', sequence, now),
    (s) => want(s, name, sequence, now),
  )
}

/** Obeys a head above all earlier ones (I3); its withdrawals bind at once (I7), its programme from `activateAt`. */
export const obey = (state: PlayerState, signed: SignedHead, now: Instant, tools: Tools): Step => {
  const verified = verifyHead(state, signed, now, tools)
  if (isRefusal(verified)) return refused(state, verified)
  const { head } = verified
  if (head.sequence <= sequenceOf(state)) return still(state)
  const overtaken = state.pending ? state.pending.head.revoked : []
  const withdrawn = state.withdrawn.concat(overtaken).slice(-WITHDRAWN_KEPT)
  return chain(
    { ...state, pending: verified, withdrawn },
    (s) => ({ state: s, effects: [{ type: 'keep-pending', signed, withdrawn }] }),
    (s) => tell(s, 'notified', head.sequence, now),
    (s) => want(s, head.programme, head.sequence, now),
    (s) => settle(s, now),
  )
}

/** The programme's bytes are here. One that does not parse is never asked for again under this head. */
export const receiveProgramme = (state: PlayerState, name: Sha256, body: string): Step => {
  const { wanted } = state
  if (!wanted || wanted.name !== name || wanted.programme) return still(state)
  const programme = parseProgramme(body)
  if (isRefusal(programme)) return refused(state, programme)
  return fetchNamed({ ...state, wanted: { ...wanted, programme } }, name, programme)
}

export const completeProgramme = (state: PlayerState, name: Sha256, arrival: Arrival, now: Instant): Step => {
  const { wanted } = state
  if (!wanted || wanted.name !== name || !wanted.programme) return still(state)
  return chain(
    { ...state, wanted: { ...wanted, arrival } },
    (s) => tell(s, 'ready', wanted.sequence, now, arrival),
    (s) => settle(s, now),
  )
}
