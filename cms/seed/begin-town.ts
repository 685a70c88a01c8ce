import type { Payload } from 'payload'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { firstPassword, type RandomBytes } from './passwords.ts'
import { makeRow } from '../records/make-row.ts'
import { isEmpty, type Seeded } from './seed-town.ts'

export type BeginWith = {
  readonly random: RandomBytes
  /** By which he may sign in as well. */
  readonly email?: string | undefined
  /** Missing: a random one, to be printed once. */
  readonly password?: string | undefined
}

/** Begins a real town (`SEED=none`): an administrator and nothing else. A database that holds people is left alone. */
export const beginTown = async (
  payload: Payload,
  { random, email, password: chosen }: BeginWith,
): Promise<Seeded> => {
  if (!(await isEmpty(payload))) return { people: [] }
  const name = '管理员'
  const username = 'admin'
  // PPL-2: what was made here is known to whoever read the file; what the installer chose is his own.
  const password = chosen ?? firstPassword(random)
  const passwordGiven = chosen === undefined
  const req = await localRequest(payload)
  return inTransaction(req, async () => {
    await makeRow(req, 'users', {
      name,
      username,
      email,
      password,
      passwordGiven,
      roles: ['administrator'],
    })
    return { people: [{ role: 'administrator', name, username, password }] }
  })
}
