/** Doors of the second factor. All but two ask for the password again: a session that was stolen changes nothing. */
import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { requireAct } from '../../access/roles.ts'
import {
  beginEnrolment,
  confirmEnrolment,
  removeFactor,
  renewRecovery,
  resetFactor,
} from '../../factors/enrol.ts'
import { proveAgain, requireFresh } from '../../factors/prove.ts'
import type { User } from '../../payload-types.ts'
import { inTransaction, localRequest } from '../../records/transaction.ts'
import { bodyOf, idIn, textIn } from '../../requests/body.ts'
import { personOf, storedOf } from './passwords.ts'

const MOST = 200
const CODE_MOST = 40

type Body = Readonly<Record<string, unknown>>
type Work = (own: PayloadRequest, person: User, code: string) => Promise<object>

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
      return work(own, person, textIn(body, 'code', CODE_MOST))
    }).then((answer) => Response.json(answer))
  },
})

/** Proves the own session once more, for what asks a fresh factor. */
const fresh: Endpoint = {
  path: '/factor/fresh',
  method: 'post',
  handler: async (req) => {
    if (!req.user) return refuse('NOT_SIGNED_IN')
    const code = textIn(await bodyOf(req), 'code', CODE_MOST)
    await inTransaction(req, () => proveAgain(req, code))
    return Response.json({ proven: true })
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

export const factorDoors: Endpoint[] = [
  withPassword('begin', (own, person, code) => beginEnrolment(own, person.id, signInName(person), code)),
  withPassword('confirm', async (own, { id }, code) => ({ recovery: await confirmEnrolment(own, id, code) })),
  withPassword('codes', async (own, { id }, code) => ({ recovery: await renewRecovery(own, id, code) })),
  withPassword('remove', async (own, { id, roles }, code) => {
    await removeFactor(own, id, roles ?? [], code)
    return { removed: true }
  }),
  fresh,
  reset,
]
