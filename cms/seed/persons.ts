import type { PayloadRequest, TypedUser } from 'payload'
import { localRequest } from '../records/transaction.ts'
import type { Role } from '../../src/model/people.ts'
import { firstPassword, type RandomBytes } from './passwords.ts'
import { PEOPLE, type PersonSeed, type Username } from './people.ts'
import { makeRow } from '../records/make-row.ts'
import { idIn, type Ids } from './rows.ts'

/** A person with the password to write down once. */
export type SeededPerson = {
  readonly role: Role
  readonly name: string
  /** By which he signs in. */
  readonly username: string
  readonly password: string
}

/** An administrator the installer named himself. */
export type SignIn = { readonly email: string; readonly password: string }

/** Requests that speak for the seeded people, in the transaction the seed runs in. */
export type Voices = Readonly<Record<Username, PayloadRequest>>

const withPassword = (seed: PersonSeed, random: RandomBytes): SeededPerson => ({
  role: seed.role,
  name: seed.name,
  username: seed.username,
  password: firstPassword(random),
})

const voiceOf = async (req: PayloadRequest, id: string): Promise<PayloadRequest> => {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, req })
  const voice = await localRequest(req.payload, { ...user, collection: 'users' } as TypedUser)
  if (req.transactionID !== undefined) voice.transactionID = req.transactionID
  return voice
}

export const seedPeople = async (
  req: PayloadRequest,
  units: Ids,
  random: RandomBytes,
  administrator?: SignIn,
): Promise<{ readonly people: readonly SeededPerson[]; readonly voices: Voices }> => {
  const people: SeededPerson[] = []
  const voices: Partial<Record<Username, PayloadRequest>> = {}
  for (const seed of PEOPLE) {
    const own = seed.role === 'administrator' ? administrator : undefined
    const person = { ...withPassword(seed, random), ...(own && { password: own.password }) }
    const { name, username, password } = person
    const email = own?.email
    const unit = idIn(units, seed.unit)
    const id = await makeRow(req, 'users', { name, username, email, password, roles: [seed.role], unit })
    voices[seed.username] = await voiceOf(req, id)
    people.push(person)
  }
  return { people, voices: voices as Voices }
}
