import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { secrets } from '../../src/adapters/devices/secrets.ts'
import { signedText } from '../../src/signed/wire.ts'
import type { Signed } from '../../src/wire/fields.ts'
import { keyName, type Challenge } from '../../src/wire/handshake.ts'
import { nameOf } from '../../src/wire/names.ts'
import type { Paper } from '../../src/wire/paper.ts'
import {
  ASSIGNMENT,
  HEAD_2,
  ROTATION,
  WITHDRAWING,
  type Assignment,
  type Head2,
  type Rotation,
  type Withdrawing,
} from '../../src/wire/papers.ts'
import type { Verify } from '../../src/wire/secrets.ts'
import type { Standing } from '../../src/trust/belief.ts'
import type { Town } from '../../src/trust/keys.ts'
import { buildAssignment, buildHead2, buildRotation, buildWithdrawing, NOW } from '../builders/wire.ts'

export { secrets }

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A key that is the same in every run. */
export const keyFrom = (seed: string) => {
  const secret = createHash('sha256').update(seed).digest()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' })
  const signText = (text: string): string => sign(null, Buffer.from(text), key).toString('base64url')
  return {
    key: String(createPublicKey(key).export({ format: 'jwk' }).x),
    signText,
    signPaper: <T>(paper: Paper<T>, value: T): Signed => {
      const body = paper.write(value)
      return { body, signature: signText(signedText(paper.domain, body)) }
    },
  }
}
export type Key = ReturnType<typeof keyFrom>

export const verifyKey: Verify = (key, text, signature) => {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

export const D = keyFrom('device')
export const JUDGING = { verify: verifyKey, secrets }

export const standing = (more: Partial<Standing> = {}): Standing => ({
  ...JUDGING,
  time: { now: NOW, set: true },
  age: 0,
  editionOf: () => 0,
  ...more,
})

type Record = Challenge['records'][number]

/** A town with a recovery key and any number of server keys: all that it signs for one device. */
export const townFrom = (seed: string) => {
  const recovery = keyFrom(`${seed} recovery`)
  const server = (k: number): Key => keyFrom(`${seed} server ${k}`)
  const rotation = (k: number, more: Partial<Rotation> = {}): Record => {
    const value = buildRotation({ k, key: server(k).key, recovery: recovery.key, ...more })
    const signed = recovery.signPaper(ROTATION, value)
    return k === 1 ? { ...signed, own: server(1).signText(signedText(ROTATION.domain, signed.body)) } : signed
  }
  return {
    recovery,
    server,
    rotation,
    town: (k: number): Town => ({
      recovery: recovery.key,
      k,
      key: server(k).key,
      record: nameOf(rotation(k).body, secrets),
    }),
    head: (more: Partial<Head2> = {}, by: Key = server(more.k ?? 1)): Signed =>
      by.signPaper(HEAD_2, buildHead2(more)),
    assignment: (more: Partial<Assignment> = {}, by: Key = server(more.k ?? 1)): Signed =>
      by.signPaper(ASSIGNMENT, buildAssignment({ device: D.key, ...more })),
    withdrawing: (more: Partial<Withdrawing> = {}, by: Key = server(more.k ?? 1)): Signed =>
      by.signPaper(WITHDRAWING, buildWithdrawing(more)),
  }
}

export const OURS = townFrom('ours')
export const OTHERS = townFrom('others')
/** The group of the device alone, in which it is let go. */
export const OWN_GROUP = keyName(D.key, secrets)
