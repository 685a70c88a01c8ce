import type { Refusal } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { Programme, Showing } from '../../src/model/programme.ts'
import { showingUnder } from '../../src/programme/at.ts'
import { codeDue } from './code.ts'
import { leaseOf, revokedOf, type Pairing, type PlayerState } from './state.ts'

/** What the panel should hold now. */
export type View =
  | {
      readonly kind: 'page'
      readonly programme: Programme
      readonly sequence: number
      readonly page: Page
      readonly showing: Showing
    }
  | { readonly kind: 'code'; readonly pairing: Pairing }
  /** Nothing was ever verified here: the card built into the script (I4). */
  | { readonly kind: 'safe'; readonly trouble: Refusal | null; readonly online: boolean }

/** Longest wait before looking again, so that no arithmetic on far instants can stall a panel. */
const LOOK_AGAIN_MS = 60_000

/** What the panel should hold now; it is never nothing (I4). */
export const viewOf = (state: PlayerState, now: Instant): View => {
  const { active, pairing, trouble, online } = state
  if (pairing && codeDue(state, now)) return { kind: 'code', pairing }
  if (!active) return { kind: 'safe', trouble, online }
  const { head, programme } = active
  const under = { leaseUntil: leaseOf(state), revoked: revokedOf(state) }
  const showing = showingUnder(under, programme, now)
  const page = programme.pages[showing.page]
  return page
    ? { kind: 'page', programme, sequence: head.sequence, page, showing }
    : { kind: 'safe', trouble, online }
}

/** Is this a page of a release that was withdrawn, or that nobody vouches for any more (I7, I11)? */
export const barred = (state: PlayerState, view: View, now: Instant): boolean => {
  const release = view.kind === 'page' ? view.showing.release : null
  return release !== null && (now >= leaseOf(state) || revokedOf(state).indexOf(release) >= 0)
}

/** Instant at which the answer of `viewOf` may change, if nothing happens before; at most a minute ahead. */
export const lookAgainAt = (state: PlayerState, view: View, now: Instant): Instant => {
  const moments = [now + LOOK_AGAIN_MS]
  if (view.kind === 'page') moments.push(view.showing.until)
  if (view.kind === 'code') moments.push(view.pairing.until, state.codeUntil)
  if (state.pending) moments.push(state.pending.head.activateAt)
  return Math.min(...moments.filter((moment) => moment > now))
}

/** Two views that need the same pixels. */
export const viewKey = (view: View): string => {
  if (view.kind === 'page') return `page:${view.showing.dark ? 'dark' : view.showing.page}:${view.sequence}`
  return view.kind === 'code'
    ? `code:${view.pairing.code}:${view.pairing.fingerprint}`
    : `safe:${view.online}:${view.trouble ? view.trouble.code : ''}`
}
