import { sign, verify, type KeyObject } from 'node:crypto'

/** Ed25519 over the UTF-8 bytes of a text; base64url. */
export const signWith = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), key).toString('base64url')

export const verifyWith = (open: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text, 'utf8'), open, Buffer.from(signature, 'base64url'))
