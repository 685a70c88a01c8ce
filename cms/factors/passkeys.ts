/** Passkeys are asked, added to a person, and taken away by him (PPL-14). */
import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { PASSKEYS_MOST, type PasskeyHome } from '../../src/model/passkey.ts'
import { ports } from '../base/ports.ts'
import { sessionId } from '../base/session-id.ts'
import { newChallenge, readChallenge } from './challenge.ts'
import { audited, freshCodes, giveUp, proveFirst } from './enrol.ts'
import { homeOf, keptIn, sealed, type Kept, type Passkey } from './kept.ts'
import { countTry, takeProof, toProve, type Proof } from './prove.ts'
import { factorOf, hasPhone, isEnrolled, tellFactor, writeFactor, type FactorRow } from './rows.ts'
import { macOf } from './seal.ts'
import { endOthers, endUnproven, markSession } from './sessions.ts'
import { askToAdd, askToProve, readMade, saidIn, type AskedToAdd, type AskedToProve } from './webauthn.ts'

type Named = { readonly id: string; readonly signIn: string; readonly name: string }

const homeFor = (req: PayloadRequest): PasskeyHome => homeOf(req.payload) ?? refuse('PASSKEY_NO_ADDRESS')

/** By what a person may prove himself now, and what his passkeys are asked to sign; null where none of them counts here. */
export type Ways = {
  readonly phone: boolean
  readonly passkey: AskedToProve | null
  /** The address, or its name, at which his passkeys count; null where he has none. */
  readonly at: string | null
}

export const waysOf = async (req: PayloadRequest, person: string): Promise<Ways> => {
  const row = await factorOf(req, person)
  const { passkeys } = keptIn(req.payload, row)
  const home = homeOf(req.payload)
  const here = passkeys.filter(({ home: at }) => at === home?.name)
  const challenge = newChallenge(req.payload, toProve(person), ports().now())
  return {
    phone: hasPhone(row),
    passkey: home && here.length > 0 ? await askToProve(home, challenge, here) : null,
    at: (here.length > 0 ? home?.origin : null) ?? passkeys[0]?.home ?? null,
  }
}

/** A phone that somebody began before a passkey came or went counts for the factor as it stood then (PPL-14). */
const NOT_BEGUN = { pending: null, pendingAt: null } as const

/**
 * A passkey is added to what the person has at that moment: another phone, a passkey more or less, the factor given up or
 * reset, and what was begun before is over. Where there was none before either, the same answer could be sent once more.
 */
const toAdd = (person: string, row: FactorRow | null, { passkeys }: Kept): string =>
  ['add', person, row?.id ?? '', row?.secret ?? '', ...passkeys.map(({ id }) => id)].join(' ')

const refuseTooMany = ({ passkeys }: Kept): void => {
  if (passkeys.length >= PASSKEYS_MOST) refuse('PASSKEY_TOO_MANY', { limit: PASSKEYS_MOST })
}

/** Whoever has a factor already proves it: a stolen session or password adds none of its own. */
export const beginPasskey = async (req: PayloadRequest, person: Named, proof: Proof): Promise<AskedToAdd> => {
  const home = homeFor(req)
  refuseTooMany(keptIn(req.payload, await factorOf(req, person.id)))
  await proveFirst(req, person.id, proof)
  const row = await factorOf(req, person.id)
  const kept = keptIn(req.payload, row)
  return askToAdd({
    home,
    challenge: newChallenge(req.payload, toAdd(person.id, row, kept), ports().now()),
    // The same for ever and telling nothing: a device asked twice writes over its own, and holds nobody's number.
    handle: macOf(req.payload, 'handle', person.id),
    signIn: person.signIn,
    name: person.name,
    passkeys: kept.passkeys,
  })
}

const madeFrom = async (
  req: PayloadRequest,
  person: string,
  row: FactorRow | null,
  answer: unknown,
  name: string,
): Promise<Kept> => {
  const home = homeFor(req)
  const kept = keptIn(req.payload, row)
  const said = saidIn(answer)
  const now = ports().now()
  if (said === null) return refuse('PASSKEY_WRONG', { field: 'passkey' })
  const spent = readChallenge(req.payload, toAdd(person, row, kept), said.challenge, now)
  if (spent === null || kept.spent.some(({ nonce }) => nonce === spent.nonce))
    return refuse('PASSKEY_NOT_BEGUN')
  refuseTooMany(kept)
  const made = await readMade(home, said, answer)
  if (made === null || kept.passkeys.some(({ id }) => id === made.id))
    return refuse('PASSKEY_WRONG', { field: 'passkey' })
  const passkey: Passkey = {
    ...made,
    home: home.name,
    name,
    addedAt: new Date(now).toISOString(),
    usedAt: null,
  }
  return { passkeys: [...kept.passkeys, passkey], spent: [...kept.spent, spent] }
}

/**
 * What was opened by the password alone ends, the session that asks aside, which is proven by it. Answers recovery codes
 * where the person has none yet.
 */
export const addPasskey = async (
  req: PayloadRequest,
  person: string,
  answer: unknown,
  name: string,
): Promise<readonly string[]> => {
  await countTry(person)
  const row = await factorOf(req, person)
  const kept = await madeFrom(req, person, row, answer, name)
  const now = ports().now()
  const codes = isEnrolled(row) ? null : freshCodes(req, person)
  await writeFactor(req, person, {
    passkeys: sealed(req.payload, person, kept, now),
    ...NOT_BEGUN,
    ...(codes && { since: new Date(now).toISOString(), recovery: codes.recovery }),
  })
  await tellFactor(req, person, true)
  await markSession(req, person, sessionId(req.user))
  await endUnproven(req, person)
  await audited(req, person, 'passkey', name)
  return codes?.shown ?? []
}

/**
 * Taken away by the person: all his other sessions end, for one of them may be open by it. The last one is the factor
 * itself, and is given up as such.
 */
export const removePasskey = async (
  req: PayloadRequest,
  { id: person, roles }: { readonly id: string; readonly roles: readonly string[] },
  passkey: string,
  proof: Proof,
): Promise<void> => {
  await takeProof(req, person, proof)
  const row = await factorOf(req, person)
  const kept = keptIn(req.payload, row)
  const gone = kept.passkeys.find(({ id }) => id === passkey)
  if (!gone) return refuse('NOT_FOUND')
  const passkeys = kept.passkeys.filter((one) => one !== gone)
  await audited(req, person, 'passkey-remove', gone.name)
  if (passkeys.length === 0 && !hasPhone(row)) return giveUp(req, person, roles)
  await writeFactor(req, person, {
    passkeys: sealed(req.payload, person, { ...kept, passkeys }, ports().now()),
    ...NOT_BEGUN,
  })
  await endOthers(req, person, sessionId(req.user))
  await markSession(req, person, sessionId(req.user))
}

/** What a person's own page tells of a passkey. */
export type PasskeyTold = Pick<Passkey, 'id' | 'name' | 'addedAt' | 'usedAt'> & { readonly here: boolean }
export type Standing = {
  readonly has: boolean
  readonly phone: boolean
  readonly passkeys: readonly PasskeyTold[]
  readonly recovery: number
}

export const standingOf = async (req: PayloadRequest, person: string): Promise<Standing> => {
  const row = await factorOf(req, person)
  const name = homeOf(req.payload)?.name
  return {
    has: isEnrolled(row),
    phone: hasPhone(row),
    passkeys: keptIn(req.payload, row).passkeys.map(({ id, name: called, addedAt, usedAt, home }) => ({
      id,
      name: called,
      addedAt,
      usedAt,
      here: home === name,
    })),
    recovery: (row?.recovery ?? '').split('\n').filter(Boolean).length,
  }
}
