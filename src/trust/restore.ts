import { isRefusal } from '../errors/is-refusal.ts'
import { signedText } from '../signed/wire.ts'
import { ASSIGNMENT, HEAD_2 } from '../wire/papers.ts'
import type { Assigned, Belief, Held, Own } from './belief.ts'
import type { Judging } from './keys.ts'

type Verify = Pick<Judging, 'verify'>

const assignedAgain = ({ key, assigned }: Own, { verify }: Verify): Assigned | null => {
  if (!assigned) return null
  const { signed } = assigned
  if (!verify(key, signedText(ASSIGNMENT.domain, signed.body), signed.signature)) return null
  const assignment = ASSIGNMENT.read(signed.body)
  return isRefusal(assignment) ? null : { signed, assignment }
}

const heldAgain = ({ key, held }: Own, { verify }: Verify): Held | null => {
  if (!held) return null
  const { signed, untilAge } = held
  if (!verify(key, signedText(HEAD_2.domain, signed.body), signed.signature)) return null
  const head = HEAD_2.read(signed.body)
  return isRefusal(head) ? null : { signed, head, untilAge }
}

/** At a start: what the store kept is read again from what was signed, and goes where that does not hold (TRU-12). */
export const restored = (belief: Belief, judging: Verify): Belief => {
  const { own } = belief
  if (!own) return belief
  return { ...belief, own: { ...own, assigned: assignedAgain(own, judging), held: heldAgain(own, judging) } }
}
