/** A code is asked, counted, taken once, and what it proves is written down. */
import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { isFresh, typedCode } from '../../src/model/one-time-code.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { sessionId } from '../base/session-id.ts'
import { stepOf } from './one-time.ts'
import { factorOf, isEnrolled, writeFactor, type FactorRow } from './rows.ts'
import { openSecret, recoveryDigest } from './seal.ts'
import { markSession, sessionsOf } from './sessions.ts'

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
export const proveAgain = async (req: PayloadRequest, typed: string): Promise<void> => {
  if (!req.user) return refuse('NOT_SIGNED_IN')
  const person = String(req.user.id)
  await takeCode(req, person, typed)
  await markSession(req, person, sessionId(req.user))
}
