import type { Instant } from '../../src/model/ids.ts'
import { CODE_LIFE_MS } from '../../src/protocol/pairing-code.ts'
import { isRevocation, type Pairing, type PlayerState, type Step } from './state.ts'
import { still } from './step.ts'

/** A code asked for at the panel stays up as long as codes live. */
const CODE_SHOWN_MS = CODE_LIFE_MS
/** A code is kept a little past its end, so that its successor replaces it without a gap. */
export const CODE_KEPT_MS = CODE_LIFE_MS + 15_000

/**
 * A clock that was set back must not keep a code, or the ten minutes in which a key may change, open for as long as
 * it was ahead.
 */
const within = (now: Instant, until: Instant, most: number): boolean => now < until && until - now <= most

/** The first time a town tells may set the clock back a little while a code stands. */
const lives = ({ until }: Pairing, now: Instant): boolean => within(now, until, 2 * CODE_KEPT_MS)

/** A hand at the panel asked for the code, not long ago. */
export const askedFor = ({ codeUntil }: PlayerState, now: Instant): boolean =>
  within(now, codeUntil, CODE_SHOWN_MS)

/** Has the town this device is paired with given it no head, or let it go by a signed revocation head? */
const idle = ({ active, pending }: PlayerState): boolean => {
  const heads = [active, pending].filter((head) => head !== null)
  return heads.length === 0 || heads.some(isRevocation)
}

/**
 * A code draws itself where no town is known yet, or for the known one where that has nothing for this device. On any
 * other panel it comes only when a hand asks: else a message could take the panel, and with it the screen.
 */
export const codeDue = (state: PlayerState, now: Instant): boolean => {
  const { town, pairing } = state
  if (!pairing || !lives(pairing, now)) return false
  if (town === null || askedFor(state, now)) return true
  return pairing.town.key === town.key && idle(state)
}

/** A code that was not on the panel until now has to be drawn before it counts. */
export const touch = (state: PlayerState, now: Instant): Step => {
  const { pairing } = state
  const anew = pairing && !codeDue(state, now) ? { ...pairing, drawn: false } : pairing
  return still({ ...state, pairing: anew, codeUntil: now + CODE_SHOWN_MS })
}

export const codeDrawn = (state: PlayerState, code: string, fingerprint: string): Step => {
  const { pairing } = state
  const same = pairing && pairing.code === code && pairing.fingerprint === fingerprint
  return still(same ? { ...state, pairing: { ...pairing, drawn: true } } : state)
}

export const dropOldCode = (state: PlayerState, now: Instant): Step => {
  const { pairing } = state
  return still(pairing && !lives(pairing, now) ? { ...state, pairing: null } : state)
}
