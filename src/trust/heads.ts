import { isRefusal } from '../errors/is-refusal.ts'
import type { Sha256 } from '../model/ids.ts'
import { signedText } from '../signed/wire.ts'
import type { Signed } from '../wire/fields.ts'
import { keyName } from '../wire/handshake.ts'
import { nameOf } from '../wire/names.ts'
import { ASSIGNMENT, HEAD_2, WITHDRAWING, WITHDRAWN, type Assignment, type Head2 } from '../wire/papers.ts'
import {
  refusedAs,
  taken,
  type Assigned,
  type Fault,
  type Judged,
  type Own,
  type Standing,
} from './belief.ts'
import { leaseAge, leaseAgeSet, leaseFault } from './lease.ts'
import { counted, type Numbers } from './numbers.ts'
import { holdsAll, nothingWithdrawn, unite } from './withdrawn.ts'

const TEN_MINUTES_MS = 600_000

/** Under this k nothing was heard yet. */
export const freshOwn = (k: number, key: string, { secrets }: Standing): Own => ({
  k,
  key,
  assigned: null,
  assignments: null,
  numbers: null,
  held: null,
  withdrawn: nothingWithdrawn(k, secrets),
  holds: null,
  lacking: null,
})

/** A head of this k and key whose lease may be: whatever its number, its group, and whether it is the newest. */
const readHead = (own: Own, signed: Signed, { verify, time }: Standing): Head2 | null => {
  if (!verify(own.key, signedText(HEAD_2.domain, signed.body), signed.signature)) return null
  const head = HEAD_2.read(signed.body)
  if (isRefusal(head) || head.k !== own.k) return null
  return leaseFault(head, time) === null ? head : null
}

/** Names the set that is to be held; where not all of it is here, it is lacking until it is. */
export const namesRoot = (own: Own, root: Sha256, bytes: number): Own => {
  if (own.withdrawn.root === root || own.holds === root) return { ...own, lacking: null }
  return own.lacking && own.lacking.root === root ? own : { ...own, lacking: { root, bytes } }
}

const withNews = (own: Own, { activateAt, withdrawn }: Head2, standing: Standing): Judged<Own> => {
  const { editionOf, secrets } = standing
  const bounds = { until: activateAt, editionOf }
  const united = unite(own.withdrawn, { entries: withdrawn.newest, floor: 0 }, bounds, secrets)
  const known = { ...own, withdrawn: united.withdrawn }
  return { value: namesRoot(known, withdrawn.root, withdrawn.bytes), fault: united.fault }
}

const obeyed = (own: Own, signed: Signed, head: Head2, numbers: Numbers, standing: Standing): Judged<Own> => {
  const untilAge = leaseAge(head, standing.time, standing.age)
  return withNews({ ...own, numbers, held: { signed, head, untilAge } }, head, standing)
}

/** `afresh`: under a higher assignment, so that the number may be any that the budget allows. */
const takeHead = (
  own: Own,
  signed: Signed,
  group: string | null,
  afresh: boolean,
  standing: Standing,
): Judged<Own> => {
  const { numbers } = own
  const head = readHead(own, signed, standing)
  if (!head) return refusedAs(own, 'HEAD_INVALID')
  if (head.group !== group) return refusedAs(own, 'GROUP_FOREIGN')
  if (numbers && !afresh && head.sequence <= numbers.last) return taken(own)
  const next = counted(numbers, head.sequence, standing.age)
  return next === 'beyond' ? refusedAs(own, 'HEAD_INVALID') : obeyed(own, signed, head, next, standing)
}

/** A head of the group this device is assigned to, above all earlier ones (TRU-8). One that is not above is passed over. */
export const hearHead = (own: Own, signed: Signed, standing: Standing): Judged<Own> =>
  takeHead(own, signed, own.assigned && own.assigned.assignment.group, false, standing)

/** The head that lets a device go: in its own group, ended as it begins. It needs no assignment (PLY-26). */
export const hearRelease = (own: Own, device: string, signed: Signed, standing: Standing): Judged<Own> => {
  const group = keyName(device, standing.secrets)
  const after = takeHead(own, signed, group, false, standing)
  const { held } = after.value
  return held && held.head.leaseUntil - held.head.activateAt > 1 && after.value !== own
    ? refusedAs(own, 'HEAD_INVALID')
    : after
}

export const isReleased = (own: Own | null, device: string, standing: Pick<Standing, 'secrets'>): boolean =>
  own !== null && own.held !== null && own.held.head.group === keyName(device, standing.secrets)

type AssignmentRead = Assigned & { readonly counts: Numbers; readonly higher: boolean }

const readAssignment = (
  own: Own,
  device: string,
  signed: Signed,
  { verify, age }: Standing,
): AssignmentRead | null => {
  if (!verify(own.key, signedText(ASSIGNMENT.domain, signed.body), signed.signature)) return null
  const assignment: Assignment | object = ASSIGNMENT.read(signed.body)
  if (isRefusal(assignment)) return null
  const read = assignment as Assignment
  if (read.k !== own.k || read.device !== device) return null
  const last = own.assignments ? own.assignments.last : 0
  const held = own.assigned !== null && own.assigned.signed.body === signed.body
  if (held) return { signed, assignment: read, counts: own.assignments!, higher: false }
  const counts = read.sequence > last ? counted(own.assignments, read.sequence, age) : 'beyond'
  return counts === 'beyond' ? null : { signed, assignment: read, counts, higher: true }
}

/**
 * An assignment and the head of its group, both or neither (TRU-9). A higher one begins the numbers of heads afresh, within
 * their budget; the one that is held already changes nothing. `begins`: nothing was held under this k, so that the
 * assignment stands although its head does not.
 */
export const hearAssignment = (
  own: Own,
  device: string,
  said: { readonly assignment: Signed; readonly head: Signed },
  standing: Standing,
  begins = false,
): Judged<Own> => {
  const read = readAssignment(own, device, said.assignment, standing)
  if (!read) return refusedAs(own, 'ASSIGNMENT_INVALID')
  const { signed, assignment, counts, higher } = read
  const assigned = { ...own, assigned: { signed, assignment }, assignments: counts }
  const after = takeHead(assigned, said.head, assignment.group, higher, standing)
  const ended: readonly (Fault | null)[] = ['HEAD_INVALID', 'GROUP_FOREIGN']
  return ended.indexOf(after.fault) >= 0 ? refusedAs(begins ? assigned : own, after.fault!) : after
}

/** What comes without a head may be of now; while the time is not set, of as long as the head that is held may last. */
const openUntil = ({ held }: Own, { time }: Standing): number =>
  time.set ? time.now + TEN_MINUTES_MS : held ? held.head.leaseUntil : time.now

/**
 * Withdrawals to the whole room, signed; they bind as they come. Their root is asked for by the head that follows and by each
 * welcome and check, not by them: whoever replays an old one sends nobody after a set of before.
 */
export const hearWithdrawing = (own: Own, signed: Signed, standing: Standing): Judged<Own> => {
  const { verify, editionOf, secrets } = standing
  if (!verify(own.key, signedText(WITHDRAWING.domain, signed.body), signed.signature))
    return refusedAs(own, 'WITHDRAWN_INVALID')
  const said = WITHDRAWING.read(signed.body)
  if (isRefusal(said) || said.k !== own.k) return refusedAs(own, 'WITHDRAWN_INVALID')
  const until = openUntil(own, standing)
  const { withdrawn, fault } = unite(own.withdrawn, said, { until, editionOf }, secrets)
  const { lacking } = own
  const arrived = lacking !== null && lacking.root === withdrawn.root
  return { value: { ...own, withdrawn, lacking: arrived ? null : lacking }, fault }
}

/** The answer to a check: what the town has. */
export const hearCurrent = (own: Own, said: { readonly root: Sha256; readonly bytes: number }): Own =>
  namesRoot(own, said.root, said.bytes)

/** An answer has set the time in this run: a lease that was taken before it ends no later than one that is taken now. */
export const timeSet = (own: Own, { time, age }: Standing): Own => {
  const { held } = own
  if (!held) return own
  return { ...own, held: { ...held, untilAge: leaseAgeSet(held.head, held.untilAge, time, age) } }
}

/** The set that was lacking is here, by its name: from then on only what it holds and this does not is wanting. */
export const hearSet = (own: Own, body: string, standing: Standing): Judged<Own> => {
  const { lacking } = own
  const { editionOf, secrets } = standing
  if (!lacking || nameOf(body, secrets) !== lacking.root) return taken(own)
  const set = WITHDRAWN.read(body)
  if (isRefusal(set) || set.k !== own.k) return refusedAs(own, 'WITHDRAWN_INVALID')
  const until = openUntil(own, standing)
  const { withdrawn, fault } = unite(own.withdrawn, set, { until, editionOf }, secrets)
  const known = { ...own, withdrawn }
  return { value: holdsAll(withdrawn, set) ? { ...known, holds: lacking.root, lacking: null } : known, fault }
}
