import { HKDF } from '@stablelib/hkdf'
import { hmac } from '@stablelib/hmac'
import { SHA256, hash } from '@stablelib/sha256'
import { scalarMult, scalarMultBase } from '@stablelib/x25519'
import type { Secrets } from '../../src/wire/secrets.ts'

/** In JavaScript throughout: plain http has no `crypto.subtle` (docs/facts.md#browsers-on-panels). */
export const secrets: Secrets = {
  hash,
  hmac: (key, bytes) => hmac(SHA256, key, bytes),
  derive: (secret, salt, info) => new HKDF(SHA256, secret, salt, info).expand(32),
  pointOf: scalarMultBase,
  agree: scalarMult,
}
