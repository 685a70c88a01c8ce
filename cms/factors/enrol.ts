/** A second factor is set up, replaced, given up, or taken away by an administrator. */
import type { PayloadRequest } from 'payload'
import { encodeQR } from 'qr'
import { refuse } from '../../src/errors/refusal.ts'
import { PENDING_MINUTES, recoveryShown, typedCode } from '../../src/model/one-time-code.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { sessionId } from '../base/session-id.ts'
import { enrolmentUri, newRecoveryCodes, newSecret, stepOf } from './one-time.ts'
import { countTry, takeProof, type Proof } from './prove.ts'
import { dropFactor, factorOf, isEnrolled, tellFactor, writeFactor } from './rows.ts'
import { isAsked } from './rule.ts'
import { openSecret, recoveryDigest, sealSecret } from './seal.ts'
import { endAll, endOthers, markSession, unmarkAll } from './sessions.ts'

export type Enrolling = { readonly secret: string; readonly uri: string; readonly qr: string }

export const audited = (req: PayloadRequest, person: string, action: string, detail = ''): Promise<void> =>
  appendAudit(req, { action: `factor.${action}`, subject: `users/${person}`, detail })

/** Whoever has a factor already proves it before he gets another. */
export const proveFirst = async (req: PayloadRequest, person: string, proof: Proof): Promise<void> => {
  if (!isEnrolled(await factorOf(req, person))) return
  if ('code' in proof && proof.code === '') return refuse('FACTOR_ASKED', { field: 'code' })
  await takeProof(req, person, proof)
}

/**
 * A secret for the phone, shown this once; it counts from its first code on, what stood before counts until then.
 * Whoever has a factor already proves it: a stolen session or password sets up none of its own.
 */
export const beginEnrolment = async (
  req: PayloadRequest,
  person: string,
  label: string,
  proof: Proof,
): Promise<Enrolling> => {
  await proveFirst(req, person, proof)
  const secret = newSecret()
  await writeFactor(req, person, {
    pending: sealSecret(req.payload, person, secret),
    pendingAt: new Date(ports().now()).toISOString(),
  })
  const uri = enrolmentUri(secret, label)
  return { secret, uri, qr: encodeQR(uri, 'svg', { ecc: 'medium', border: 4 }) }
}

const pendingSecret = async (req: PayloadRequest, person: string): Promise<string> => {
  const row = await factorOf(req, person)
  const at = Date.parse(row?.pendingAt ?? '')
  const secret = openSecret(req.payload, person, row?.pending)
  const isAlive = ports().now() - at <= PENDING_MINUTES * 60_000
  return secret !== null && isAlive ? secret : refuse('FACTOR_NOT_BEGUN')
}

/** Recovery codes, to be shown this once, and as they are kept. */
export const freshCodes = (req: PayloadRequest, person: string) => {
  const codes = newRecoveryCodes()
  return {
    shown: codes.map(recoveryShown),
    recovery: codes.map((code) => recoveryDigest(req.payload, person, code)).join('\n'),
  }
}

/**
 * The first code of the secret that was shown. Whatever was opened without this phone ends, the session that asks aside,
 * which is proven by it. Answers the recovery codes, which nobody can read again.
 */
export const confirmEnrolment = async (
  req: PayloadRequest,
  person: string,
  typed: string,
): Promise<readonly string[]> => {
  await countTry(person)
  const secret = await pendingSecret(req, person)
  const given = typedCode(typed)
  const step = given?.is === 'one-time' ? stepOf(secret, given.code, ports().now()) : null
  if (step === null) return refuse('FACTOR_WRONG', { field: 'code' })
  const { shown, recovery } = freshCodes(req, person)
  await writeFactor(req, person, {
    secret: sealSecret(req.payload, person, secret),
    since: new Date(ports().now()).toISOString(),
    lastStep: step,
    recovery,
    pending: null,
    pendingAt: null,
  })
  await tellFactor(req, person, true)
  await endOthers(req, person, sessionId(req.user))
  await markSession(req, person, sessionId(req.user))
  await audited(req, person, 'enrol')
  return shown
}

/** Ten new ones in place of those that are left. */
export const renewRecovery = async (
  req: PayloadRequest,
  person: string,
  proof: Proof,
): Promise<readonly string[]> => {
  await takeProof(req, person, proof)
  const { shown, recovery } = freshCodes(req, person)
  await writeFactor(req, person, { recovery })
  await audited(req, person, 'codes')
  return shown
}

/** All of it is given up; refused where the town asks it of the person. Whoever calls has taken a proof. */
export const giveUp = async (
  req: PayloadRequest,
  person: string,
  roles: readonly string[],
): Promise<void> => {
  if (await isAsked(req, roles)) refuse('FACTOR_REQUIRED')
  await dropFactor(req, person)
  await tellFactor(req, person, false)
  await unmarkAll(req, person)
  await audited(req, person, 'remove')
}

/** Given up by the person himself. */
export const removeFactor = async (
  req: PayloadRequest,
  person: string,
  roles: readonly string[],
  proof: Proof,
): Promise<void> => {
  await takeProof(req, person, proof)
  await giveUp(req, person, roles)
}

/** Taken away by another: the person's sessions end, and he sets one up anew where the town asks for it (PPL-13). */
export const resetFactor = async (req: PayloadRequest, person: string): Promise<void> => {
  await dropFactor(req, person)
  await tellFactor(req, person, false)
  await endAll(req, person)
  await audited(req, person, 'reset')
}
