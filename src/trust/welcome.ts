import type { ServerSealed } from '../wire/messages.ts'
import { refusedAs, type Belief, type Judged, type Own, type Standing } from './belief.ts'
import { freshOwn, hearAssignment, namesRoot } from './heads.ts'
import { pinnedBy, type Offer } from './keys.ts'
import { leaseOver } from './lease.ts'

type Welcome = ServerSealed & { readonly type: 'welcome' }

/** How the line came to be: which town, and whether its code stands on the panel, drawn there for a hand or by itself. */
export type Line = { readonly offer: Offer; readonly drawn: boolean; readonly byHand: boolean }

/** Number, lease and withdrawals begin afresh under another k, and where a hand asked for the code. */
const beginsAfresh = ({ own }: Belief, { offer, drawn, byHand }: Line): boolean =>
  own === null || own.k !== offer.town.k || offer.known === 'new' || (drawn && byHand)

/**
 * The server knows this device. A town that is not pinned is pinned only while its code stands drawn here; null where it does
 * not, or where nothing could be begun with (TRU-10).
 */
export const welcomed = (
  belief: Belief,
  message: Welcome,
  line: Line,
  standing: Standing,
): Judged<Belief> | null => {
  const { device } = belief
  const { offer, drawn } = line
  if (offer.known === 'new' && !drawn) return null
  const { k, key } = offer.town
  const afresh = beginsAfresh(belief, line)
  const before = afresh ? freshOwn(k, key, standing) : belief.own!
  const heard = hearAssignment(before, device, message, standing, afresh)
  if (afresh && heard.fault === 'ASSIGNMENT_INVALID') return null
  const { root, bytes } = message.withdrawn
  const own = namesRoot(heard.value, root, bytes)
  const next = { device, own, pinned: pinnedBy(belief.pinned, offer, drawn) }
  return heard.fault ? refusedAs(next, heard.fault) : { value: next, fault: null }
}

/** What was told on the line that is up: the highest number the town has from this screen. null while there is none. */
export type OnLine = { readonly highest: number } | null

/**
 * May the head that is held be shown? On the line not before it is as high as the town knows, nor while withdrawals that were
 * named are not here: an old disk put back shows nothing of before (TRU-11). Else the fallback stands.
 */
export const mayShow = (own: Own | null, line: OnLine, now: number, age: number): boolean => {
  if (!own || !own.held) return false
  const { head, untilAge } = own.held
  if (leaseOver(head, untilAge, now, age)) return false
  return line === null || (own.lacking === null && own.numbers !== null && own.numbers.last >= line.highest)
}
