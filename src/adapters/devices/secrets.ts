import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto'
import type { Secrets } from '../../wire/secrets.ts'

/** What stands before the 32 bytes of an X25519 key in PKCS #8 and in SPKI (RFC 8410). */
const SECRET = Buffer.from('302e020100300506032b656e04220420', 'hex')
const POINT = Buffer.from('302a300506032b656e032100', 'hex')

const secretKey = (secret: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([SECRET, secret]), format: 'der', type: 'pkcs8' })
const publicKey = (point: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([POINT, point]), format: 'der', type: 'spki' })
const bytes = (data: ArrayBuffer | Buffer): Uint8Array => new Uint8Array(data)

/** Node refuses what leads to zeros; here it is told as zeros, which whoever asks refuses. */
const agree: Secrets['agree'] = (secret, point) => {
  try {
    return bytes(diffieHellman({ privateKey: secretKey(secret), publicKey: publicKey(point) }))
  } catch {
    return new Uint8Array(32)
  }
}

export const secrets: Secrets = {
  hash: (data) => bytes(createHash('sha256').update(data).digest()),
  hmac: (key, data) => bytes(createHmac('sha256', key).update(data).digest()),
  derive: (secret, salt, info) => bytes(hkdfSync('sha256', secret, salt, info, 32)),
  pointOf: (secret) =>
    bytes(createPublicKey(secretKey(secret)).export({ format: 'der', type: 'spki' }).subarray(POINT.length)),
  agree,
}
