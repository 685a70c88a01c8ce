import type { Instant, Sha256 } from '../../src/model/ids.ts'
import type { SignedHead } from '../../src/model/programme.ts'
import { DOMAINS, sealedText } from '../../src/programme/digest.ts'
import { parseHead } from '../../src/programme/head.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { isRefusal } from '../../src/protocol/decode.ts'
import { ownGroup } from '../../src/protocol/fingerprint.ts'
import { tell } from './receipts.ts'
import { sequenceOf, type PlayerState, type Step, type Tools, type VerifiedHead } from './state.ts'
import { chain, still } from './step.ts'

/** How many withdrawals of overtaken heads are remembered (I10). */
const WITHDRAWN_KEPT = 256

/** A head whose lease is over as it begins takes everything but the safe set off a screen: only its addressee obeys. */
const addressed = ({ identity, town }: PlayerState, { head }: VerifiedHead, tools: Tools): boolean =>
  head.leaseUntil - head.activateAt > 1 ||
  (identity.role === 'screen' && ownGroup(identity.key, town!.key, tools.hash) === head.group)

const refused = (state: PlayerState, trouble: Refusal): Step => still({ ...state, trouble })

/** A head only counts when the pinned key signed exactly these bytes and they parse (I1). */
export const verifyHead = (state: PlayerState, signed: SignedHead, tools: Tools): VerifiedHead | Refusal => {
  const ours =
    state.town !== null &&
    tools.verify(state.town.key, sealedText(DOMAINS.head, signed.body), signed.signature)
  if (!ours) return refusal('HEAD_INVALID', { got: 'signature' })
  const head = parseHead(signed.body)
  if (isRefusal(head)) return head
  const verified = { signed, head }
  return addressed(state, verified, tools) ? verified : refusal('HEAD_INVALID', { got: 'group' })
}

/** Makes a programme the one to be fetched, unless it is that already or plays now. */
const want = (state: PlayerState, name: Sha256, sequence: number, now: Instant): Step => {
  const { active, wanted } = state
  if (active && active.head.programme === name) {
    return tell({ ...state, wanted: null }, 'ready', sequence, now)
  }
  if (wanted && wanted.name === name) {
    const same = { ...state, wanted: { ...wanted, sequence } }
    return wanted.complete ? tell(same, 'ready', sequence, now) : still(same)
  }
  return {
    state: { ...state, wanted: { name, sequence, programme: null, complete: false } },
    effects: [{ type: 'obtain', name }],
  }
}

/** Starts the pending head when its instant has come and all of it is here: whole or not at all (I2). */
export const settle = (state: PlayerState, now: Instant): Step => {
  const { active, pending, wanted } = state
  if (!pending || now < pending.head.activateAt) return still(state)
  const { programme: name } = pending.head
  const running = active && active.head.programme === name ? active.programme : null
  const arrived = wanted && wanted.name === name && wanted.complete ? wanted.programme : null
  const programme = running || arrived
  if (!programme) return still(state)
  return {
    state: { ...state, active: { ...pending, programme }, pending: null, withdrawn: [], wanted: null },
    effects: [{ type: 'keep-active', signed: pending.signed, name }],
  }
}

/**
 * A hint is nobody's word: it only starts the fetching of bytes that a signed head must name before they play. While a
 * signed head waits for its own programme, that comes first.
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
  const verified = verifyHead(state, signed, tools)
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
  return {
    state: { ...state, wanted: { ...wanted, programme } },
    effects: [{ type: 'complete', name, programme }],
  }
}

export const completeProgramme = (state: PlayerState, name: Sha256, now: Instant): Step => {
  const { wanted } = state
  if (!wanted || wanted.name !== name || !wanted.programme) return still(state)
  return chain(
    { ...state, wanted: { ...wanted, complete: true } },
    (s) => tell(s, 'ready', wanted.sequence, now),
    (s) => settle(s, now),
  )
}
