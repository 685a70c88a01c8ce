/** The second step of a sign-in. There is no session before it, so there is no door that one half signed in could try. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { NEW_SESSION } from '../base/session-id.ts'
import { proofIn, takeProof } from './prove.ts'
import { hasFactor } from './rows.ts'
import { isAsked } from './rule.ts'
import { markSession } from './sessions.ts'

type Person = {
  readonly id: string
}

/**
 * Asked once the password was right, within the transaction that writes the session: refuses FACTOR_ASKED where the
 * person has a factor and proved none, FACTOR_MUST_ENROL where the town asks for one that he does not have.
 */
export const secondStep = async (
  req: PayloadRequest,
  user: Person,
  roles: readonly string[],
): Promise<void> => {
  const person = String(user.id)
  if (!(await hasFactor(req, person)))
    return (await isAsked(req, roles)) ? refuse('FACTOR_MUST_ENROL') : undefined
  const proof = proofIn(req.data)
  if (proof === null) return refuse('FACTOR_ASKED', { field: 'code' })
  await takeProof(req, person, proof)
  const made: unknown = req.context[NEW_SESSION]
  await markSession(req, person, typeof made === 'string' ? made : undefined)
}
