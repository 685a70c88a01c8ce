/**
 * What proves a person lies encrypted by a key that is in no row, and bound to the person: moved into the row of another
 * it does not open (PPL-9).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'

const NONCE = 12
const TAG = 16

const keyFor = (payload: Payload, use: 'secret' | 'recovery'): Buffer =>
  Buffer.from(hkdfSync('sha256', payload.secret, '', `silver-shield/factor/${use}`, 32))

export const sealSecret = (payload: Payload, person: string, secret: string): string => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(payload, 'secret'), nonce)
  cipher.setAAD(Buffer.from(person))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null where it was sealed by another key, for another person, or is no seal at all. */
export const openSecret = (
  payload: Payload,
  person: string,
  sealed: string | null | undefined,
): string | null => {
  const bytes = Buffer.from(sealed ?? '', 'base64url')
  if (bytes.length <= NONCE + TAG) return null
  const opener = createDecipheriv('aes-256-gcm', keyFor(payload, 'secret'), bytes.subarray(0, NONCE), {
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

/** A recovery code as it is kept: without the key nobody tries codes against it. */
export const recoveryDigest = (payload: Payload, person: string, code: string): string =>
  createHmac('sha256', keyFor(payload, 'recovery')).update(`${person} ${code}`).digest('base64url')
