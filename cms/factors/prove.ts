/** A code or a passkey is asked, counted, taken once, and what it proves is written down. */
import type { PayloadRequest } from 'payload'
import { refusal, RefusalError, refuse } from '../../src/errors/refusal.ts'
import { isFresh, typedCode } from '../../src/model/one-time-code.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { sessionId } from '../base/session-id.ts'
import { readChallenge, type Spent } from './challenge.ts'
import { homeOf, keptIn, sealed, type Kept, type Passkey } from './kept.ts'
import { stepOf } from './one-time.ts'
import { factorOf, isEnrolled, writeFactor, type FactorRow } from './rows.ts'
import { openSecret, recoveryDigest } from './seal.ts'
import { markSession, sessionsOf } from './sessions.ts'
import { readProven, saidIn } from './webauthn.ts'

/**
 * Ten at once, then one in five minutes: of a million codes three are right at any moment, so who has the password alone
 * hits one in a thousand days. Counted before the code is looked at, so that many at once are no more.
 */
const OFTEN = { burst: 10, perSecond: 1 / 300 }

export const countTry = async (person: string): Promise<void> => {
  const again = await ports().rates.take(`factor ${person}`, OFTEN)
  if (again !== null)
    refuse('FACTOR_TOO_OFTEN', { limit: Math.max(1, Math.ceil((again - ports().now()) / 60_000)) })
}

const takeOneTime = async (req: PayloadRequest, row: FactorRow, code: string): Promise<void> => {
  const secret = openSecret(req.payload, row.person, row.secret)
  const step = secret === null ? null : stepOf(secret, code, ports().now())
  if (step === null || step <= (row.lastStep ?? 0)) return refuse('FACTOR_WRONG', { field: 'code' })
  await writeFactor(req, row.person, { lastStep: step })
}

const takeRecovery = async (req: PayloadRequest, row: FactorRow, code: string): Promise<void> => {
  const left = (row.recovery ?? '').split('\n').filter(Boolean)
  const digest = recoveryDigest(req.payload, row.person, code)
  if (!left.includes(digest)) return refuse('FACTOR_WRONG', { field: 'code' })
  const recovery = left.filter((one) => one !== digest).join('\n')
  await writeFactor(req, row.person, { recovery })
  await appendAudit(req, { action: 'factor.recovery', subject: `users/${row.person}` })
}

/** What a passkey of this person is asked to sign. */
export const toProve = (person: string): string => `prove ${person}`

/** Signed, but counted back: somebody holds a copy of it. Told in the audit once this transaction is over (PPL-16). */
export class CopiedPasskey extends RefusalError {
  readonly person: string
  readonly called: string
  constructor(person: string, called: string) {
    super(refusal('PASSKEY_COPIED', { field: 'passkey' }))
    this.person = person
    this.called = called
  }
}

/** Whoever counts goes on counting; who never counted says 0 for ever. */
const wentOn = (before: number, now: number): boolean => now > before || (now === 0 && before === 0)

const writeUsed = (req: PayloadRequest, person: string, kept: Kept, used: Passkey, spent: Spent) => {
  const now = ports().now()
  const passkeys = kept.passkeys.map((one) => (one.id === used.id ? used : one))
  return writeFactor(req, person, {
    passkeys: sealed(req.payload, person, { passkeys, spent: [...kept.spent, spent] }, now),
  })
}

/** Takes what a passkey of this person signed, once, as `takeCode` does a code. */
const takePasskey = async (req: PayloadRequest, person: string, answer: unknown): Promise<void> => {
  const row = await factorOf(req, person)
  if (!isEnrolled(row)) return refuse('FACTOR_MISSING')
  await countTry(person)
  const wrong = () => refuse('PASSKEY_WRONG', { field: 'passkey' })
  const home = homeOf(req.payload)
  const said = saidIn(answer)
  if (home === null || said === null) return wrong()
  const now = ports().now()
  const kept = keptIn(req.payload, row)
  const spent = readChallenge(req.payload, toProve(person), said.challenge, now)
  if (spent === null || kept.spent.some(({ nonce }) => nonce === spent.nonce))
    return refuse('PASSKEY_LATE', { field: 'passkey' })
  const passkey = kept.passkeys.find(
    ({ id, home: at }) => id === (answer as { readonly id?: unknown }).id && at === home.name,
  )
  const counter = passkey ? await readProven(home, said, answer, passkey) : null
  if (passkey === undefined || counter === null) return wrong()
  if (!wentOn(passkey.counter, counter)) throw new CopiedPasskey(person, passkey.name)
  await writeUsed(req, person, kept, { ...passkey, counter, usedAt: new Date(now).toISOString() }, spent)
}

/** What somebody proves himself by: what he typed, or what his browser says that a passkey signed. */
export type Proof = { readonly code: string } | { readonly passkey: unknown }

/** Longer than any code that is typed with its spaces; what is behind that makes no code right. */
const MOST_OF_CODE = 40

/** What a body brings to prove its sender by, wherever one is asked; null where it brings nothing. */
export const proofIn = (body: unknown): Proof | null => {
  const { code, passkey } = (body ?? {}) as { readonly code?: unknown; readonly passkey?: unknown }
  if (typeof passkey === 'object' && passkey !== null) return { passkey }
  return typeof code === 'string' && code !== '' ? { code: code.slice(0, MOST_OF_CODE) } : null
}

/** Nothing typed: no code of anybody. */
export const NO_PROOF: Proof = { code: '' }

export const takeProof = (req: PayloadRequest, person: string, proof: Proof): Promise<void> =>
  'passkey' in proof ? takePasskey(req, person, proof.passkey) : takeCode(req, person, proof.code)

/**
 * Takes a code of this person, once. Within a transaction of the caller: whoever comes second finds it taken. Refuses
 * FACTOR_MISSING, FACTOR_TOO_OFTEN, FACTOR_WRONG.
 */
export const takeCode = async (req: PayloadRequest, person: string, typed: string): Promise<void> => {
  const row = await factorOf(req, person)
  if (!isEnrolled(row)) return refuse('FACTOR_MISSING')
  await countTry(person)
  const given = typedCode(typed)
  if (given === null) return refuse('FACTOR_WRONG', { field: 'code' })
  await (given.is === 'one-time' ? takeOneTime : takeRecovery)(req, row, given.code)
}

/** Who asks, by a session that was proven a moment ago; else FACTOR_MISSING or FACTOR_NOT_FRESH (PPL-12). */
export const requireFresh = async (req: PayloadRequest): Promise<void> => {
  if (!req.user) return refuse('NOT_SIGNED_IN')
  const person = String(req.user.id)
  if (!isEnrolled(await factorOf(req, person))) return refuse('FACTOR_MISSING')
  const own = sessionId(req.user)
  const proven = (await sessionsOf(req, person)).find(({ id }) => id === own)?.factorAt
  if (!isFresh(proven ? Date.parse(proven) : null, ports().now()))
    refuse('FACTOR_NOT_FRESH', { field: 'code' })
}

/** Proves the session that asks anew. */
export const proveAgain = async (req: PayloadRequest, proof: Proof): Promise<void> => {
  if (!req.user) return refuse('NOT_SIGNED_IN')
  const person = String(req.user.id)
  await takeProof(req, person, proof)
  await markSession(req, person, sessionId(req.user))
}
