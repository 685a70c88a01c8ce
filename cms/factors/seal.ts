/**
 * What proves a person lies encrypted by a key that is in no row, and bound to the person: moved into the row of another
 * it does not open (PPL-9). A passkey's public key is no secret; sealed, it is nobody's who did not bring it himself (PPL-16).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'

const NONCE = 12
const TAG = 16

/** What is sealed; one does not open as the other. */
export type Sealed = 'secret' | 'passkeys'
type Use = Sealed | 'recovery' | 'challenge' | 'handle'

const keyFor = (payload: Payload, use: Use): Buffer =>
  Buffer.from(hkdfSync('sha256', payload.secret, '', `silver-shield/factor/${use}`, 32))

export const seal = (payload: Payload, use: Sealed, person: string, text: string): string => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(payload, use), nonce)
  cipher.setAAD(Buffer.from(person))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null where it was sealed by another key, for another person or another use, or is no seal at all. */
export const unseal = (
  payload: Payload,
  use: Sealed,
  person: string,
  sealed: string | null | undefined,
): string | null => {
  const bytes = Buffer.from(sealed ?? '', 'base64url')
  if (bytes.length <= NONCE + TAG) return null
  const opener = createDecipheriv('aes-256-gcm', keyFor(payload, use), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  })
  opener.setAAD(Buffer.from(person))
  opener.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([opener.update(bytes.subarray(NONCE + TAG)), opener.final()]).toString('utf8')
  } catch {
    return null
  }
}

export const sealSecret = (payload: Payload, person: string, secret: string): string =>
  seal(payload, 'secret', person, secret)

export const openSecret = (
  payload: Payload,
  person: string,
  sealed: string | null | undefined,
): string | null => unseal(payload, 'secret', person, sealed)

export const macOf = (payload: Payload, use: 'recovery' | 'challenge' | 'handle', text: string): Buffer =>
  createHmac('sha256', keyFor(payload, use)).update(text).digest()

/** A recovery code as it is kept: without the key nobody tries codes against it. */
export const recoveryDigest = (payload: Payload, person: string, code: string): string =>
  macOf(payload, 'recovery', `${person} ${code}`).toString('base64url')
