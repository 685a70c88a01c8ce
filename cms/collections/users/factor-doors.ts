/** Doors of the second factor. What changes it asks for the password again: a session that was stolen changes nothing. */
import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { PASSKEY_NAME_MOST } from '../../../src/model/passkey.ts'
import { requireAct } from '../../access/roles.ts'
import {
  beginEnrolment,
  confirmEnrolment,
  removeFactor,
  renewRecovery,
  resetFactor,
} from '../../factors/enrol.ts'
import { addPasskey, beginPasskey, removePasskey, waysOf } from '../../factors/passkeys.ts'
import { NO_PROOF, proofIn, proveAgain, requireFresh, type Proof } from '../../factors/prove.ts'
import type { User } from '../../payload-types.ts'
import { inTransaction, localRequest } from '../../records/transaction.ts'
import { bodyOf, idIn, textIn } from '../../requests/body.ts'
import { personOf, storedOf } from './passwords.ts'

const MOST = 200
const CODE_MOST = 40
const ID_MOST = 1_400

type Body = Readonly<Record<string, unknown>>
type Given = { readonly body: Body; readonly proof: Proof }
type Work = (own: PayloadRequest, person: User, given: Given) => Promise<object>

const signInName = ({ username, email }: Pick<User, 'username' | 'email'>): string => username ?? email ?? ''

/** By whom it is asked: the person of the session, or of the name, and in either case of the password. */
const asked = async (req: PayloadRequest, body: Body): Promise<User> => {
  const name = req.user ? signInName(req.user as User) : textIn(body, 'username', MOST)
  const person = await personOf(req, name, textIn(body, 'password', MOST))
  if (req.user && String(req.user.id) !== String(person.id)) return refuse('LOGIN_WRONG')
  return person
}

/** In the person's own name, so that the audit says who did it, and by the session that asks, where there is one. */
const withPassword = (path: string, work: Work): Endpoint => ({
  path: `/factor/${path}`,
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req)
    const person = await asked(req, body)
    const session = req.user ? { _sid: Reflect.get(req.user, '_sid') } : {}
    const own = await localRequest(req.payload, { ...person, ...session, collection: 'users' } as never)
    return inTransaction(own, async () => {
      const now = await storedOf(own, person.id)
      if (!now || now.hash !== person.hash || now.leftTown === true) return refuse('LOGIN_WRONG')
      if (now.passwordGiven === true) return refuse('PASSWORD_MUST_CHANGE')
      return work(own, person, { body, proof: proofIn(body) ?? NO_PROOF })
    }).then((answer) => Response.json(answer))
  },
})

/** Proves the own session once more, for what asks a fresh factor. */
const fresh: Endpoint = {
  path: '/factor/fresh',
  method: 'post',
  handler: async (req) => {
    if (!req.user) return refuse('NOT_SIGNED_IN')
    const proof = proofIn(await bodyOf(req)) ?? NO_PROOF
    await inTransaction(req, () => proveAgain(req, proof))
    return Response.json({ proven: true })
  },
}

/**
 * By what the person may prove himself, and what his passkeys are asked to sign: told to his own session, else to whoever
 * knows his password, so that nobody learns from it who is here and who has which (PPL-15).
 */
const ways: Endpoint = {
  path: '/factor/ways',
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req)
    const { id } = req.user && !('password' in body) ? req.user : await asked(req, body)
    return Response.json(await waysOf(req, String(id)))
  },
}

/** Of another person, who lost his phone and his codes (PPL-13). */
const reset: Endpoint = {
  path: '/:id/reset-factor',
  method: 'post',
  handler: async (req) => {
    const by = requireAct(req, 'user.reset-factor')
    const id = idIn(req)
    if (id === String(by.id)) return refuse('FACTOR_OWN')
    await inTransaction(req, async () => {
      await requireFresh(req)
      if (!(await storedOf(req, id))) refuse('NOT_FOUND')
      await resetFactor(req, id)
    })
    return Response.json({ reset: true })
  },
}

/** What the person calls it: one line, of letters that are seen. */
const nameIn = (body: Body): string => {
  const name = textIn(body, 'name', PASSKEY_NAME_MOST)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return name === '' ? refuse('PASSKEY_NAMELESS', { field: 'name' }) : name
}

export const factorDoors: Endpoint[] = [
  withPassword('begin', (own, person, { proof }) =>
    beginEnrolment(own, person.id, signInName(person), proof),
  ),
  withPassword('confirm', async (own, { id }, { body }) => ({
    recovery: await confirmEnrolment(own, id, textIn(body, 'code', CODE_MOST)),
  })),
  withPassword('codes', async (own, { id }, { proof }) => ({
    recovery: await renewRecovery(own, id, proof),
  })),
  withPassword('remove', async (own, { id, roles }, { proof }) => {
    await removeFactor(own, id, roles ?? [], proof)
    return { removed: true }
  }),
  withPassword('passkeys/begin', (own, person, { proof }) =>
    beginPasskey(own, { id: person.id, signIn: signInName(person), name: person.name }, proof),
  ),
  withPassword('passkeys/add', async (own, { id }, { body }) => ({
    recovery: await addPasskey(own, id, body['made'], nameIn(body)),
  })),
  withPassword('passkeys/remove', async (own, { id, roles }, { body, proof }) => {
    await removePasskey(own, { id, roles: roles ?? [] }, textIn(body, 'id', ID_MOST), proof)
    return { removed: true }
  }),
  ways,
  fresh,
  reset,
]
