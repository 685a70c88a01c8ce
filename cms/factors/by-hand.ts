import type { Payload, Where } from 'payload'
import { foldedSignIn } from '../../src/model/sign-in-name.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { resetFactor } from './enrol.ts'

type Person = { readonly id: string; readonly name?: string | null }

/**
 * Takes the second factor of whoever signs in by this name away, for who has the machine itself: no person is asked, and
 * the audit says that the system did it. Answers the person's name; null where nobody has that name (PPL-13).
 */
export const resetFactorByHand = async (payload: Payload, signIn: string): Promise<string | null> => {
  const req = await localRequest(payload)
  const name = foldedSignIn(signIn)
  return inTransaction(req, async () => {
    const where: Where = { or: [{ username: { equals: name } }, { email: { equals: name } }] }
    const person = name === '' ? null : await payload.db.findOne<Person>({ collection: 'users', where, req })
    if (!person) return null
    await resetFactor(req, String(person.id))
    return person.name ?? name
  })
}
