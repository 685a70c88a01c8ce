import type {
  CollectionBeforeLoginHook,
  CollectionBeforeValidateHook,
  Endpoint,
  PayloadRequest,
} from 'payload'
import { refusal, RefusalError, refuse } from '../../../src/errors/refusal.ts'
import { PASSWORD_LEAST, passwordFaults } from '../../../src/model/password.ts'
import { proofIn, takeProof, type Proof } from '../../factors/prove.ts'
import { hasFactor } from '../../factors/rows.ts'
import { secondStep } from '../../factors/sign-in.ts'
import type { User } from '../../payload-types.ts'
import { inTransaction, localRequest } from '../../records/transaction.ts'
import { bodyOf, textIn } from '../../requests/body.ts'

const MOST = 200

type Given = { password?: unknown; passwordGiven?: unknown; username?: string; name?: string }

/**
 * PPL-2: whoever sets another person's password has given it to him. Nobody says so himself; a town that is begun says it
 * of its first people.
 */
const givenBy = (req: PayloadRequest, own: boolean, row: Given, before: Given | undefined): unknown => {
  if (typeof row.password === 'string' && row.password !== '')
    return req.user ? !own : row.passwordGiven === true
  return before?.passwordGiven ?? false
}

/** What a password must be, asked wherever one is set. */
export const keepPassword: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!data) return data
  const row = data as Given
  const before = originalDoc as (Given & { id?: unknown }) | undefined
  row.passwordGiven = givenBy(req, before !== undefined && before.id === req.user?.id, row, before)
  if (typeof row.password !== 'string' || row.password === '') return data
  const holder = { username: row.username ?? before?.username, name: row.name ?? before?.name }
  const [first, ...more] = passwordFaults(row.password, holder as Required<typeof holder>).map((code) =>
    refusal(code, { field: 'password', limit: PASSWORD_LEAST }),
  )
  if (first) throw new RefusalError(first, ...more)
  return data
}

/** Ends a sign-in whose password was right, and whoever asked only for that: nothing of it is kept. */
class PasswordRight extends Error {
  readonly user: User
  constructor(user: User) {
    super('the password is right')
    this.user = user
  }
}
const CHECKING = 'silver-shield.checking'

type Stored = { readonly id: string; readonly hash?: string | null } & Pick<
  User,
  'passwordGiven' | 'leftTown' | 'roles'
>

export const storedOf = async (req: PayloadRequest, id: string): Promise<Stored | null> =>
  req.payload.db.findOne<Stored>({ collection: 'users', where: { id: { equals: id } }, req })

/**
 * Asked once the password was right, within the transaction that writes the session: what `user` holds was read before
 * it, and an administrator may have come between.
 */
export const heldBack: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  const now = await storedOf(req, user.id)
  if (!now) return refuse('LOGIN_WRONG')
  if (now.leftTown === true) return refuse('ACCOUNT_OFF')
  if (req.context[CHECKING] === true) throw new PasswordRight(user)
  if (now.passwordGiven === true) refuse('PASSWORD_MUST_CHANGE')
  await secondStep(req, user, now.roles ?? [])
}

/** The person of this name and password, with every rule of a sign-in: wrong ones are counted, and lock. */
export const personOf = async (
  { payload }: PayloadRequest,
  username: string,
  password: string,
): Promise<User> => {
  const req = await localRequest(payload)
  req.context[CHECKING] = true
  try {
    await payload.login({ collection: 'users', data: { username, password } as never, req })
  } catch (error) {
    if (error instanceof PasswordRight) return error.user
    throw error
  }
  return refuse('LOGIN_WRONG')
}

/** Nobody set another one meanwhile, an administrator least of all. */
const isStill = async (req: PayloadRequest, { id, hash }: User): Promise<boolean> => {
  const now = await storedOf(req, id)
  return now?.hash === hash && now?.leftTown !== true
}

/**
 * Whoever learnt a password would lock its owner out by another one; so where there is a factor it is proved, in the
 * transaction that changes the password: what is refused there took no code (PPL-11).
 */
const proveOwn = async (own: PayloadRequest, person: string, proof: Proof | null): Promise<void> => {
  if (!(await hasFactor(own, person))) return
  if (proof === null) return refuse('FACTOR_ASKED', { field: 'code' })
  await takeProof(own, person, proof)
}

type Change = { readonly password: string; readonly proof: Proof | null }

const changePassword = async (
  req: PayloadRequest,
  user: User,
  { password, proof }: Change,
): Promise<void> => {
  // In his own name: the audit says who did it.
  const own = await localRequest(req.payload, { ...user, collection: 'users' })
  await inTransaction(own, async () => {
    if (!(await isStill(own, user))) refuse('LOGIN_WRONG')
    await proveOwn(own, user.id, proof)
    await own.payload.update({
      collection: 'users',
      id: user.id,
      data: { password, passwordGiven: false } as never,
      req: own,
    })
  })
}

/**
 * Whoever knows the password, and proves his second factor where he has one, changes it to his own, signed in or not: a
 * password that was given opens no session (PPL-2). All sessions of the person end with it.
 */
export const ownPassword: Endpoint = {
  path: '/own-password',
  method: 'post',
  handler: async (req) => {
    const body = await bodyOf(req)
    const [username, password, next] = [
      textIn(body, 'username', MOST),
      textIn(body, 'password', MOST),
      textIn(body, 'next', MOST),
    ]
    const user = await personOf(req, username, password)
    if (next === password) refuse('PASSWORD_NOT_NEW', { field: 'next' })
    const [first, ...more] = passwordFaults(next, user).map((code) =>
      refusal(code, { field: 'next', limit: PASSWORD_LEAST }),
    )
    if (first) throw new RefusalError(first, ...more)
    await changePassword(req, user, { password: next, proof: proofIn(body) })
    return Response.json({ changed: true })
  },
}
