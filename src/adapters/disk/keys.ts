import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { refuse } from '../../errors/refusal.ts'
import type { Sha256 } from '../../model/ids.ts'
import { writeDurablySync } from './durable-file.ts'
import { makeFolder } from './make-folder.ts'

/**
 * The town's signing key and what is made from it. It lives in DATA_DIR/keys, never in the database
 * (docs/design.md#keys).
 */
export type TownKey = {
  /** Raw Ed25519 public key, base64url: what screens pin. */
  readonly publicKey: string
  readonly seal: (domain: string, body: string) => string
  readonly sealed: (domain: string, body: string, signature: string) => boolean
}

export const sha256Hex = (data: string | Uint8Array): Sha256 =>
  createHash('sha256').update(data).digest('hex') as Sha256

const message = (domain: string, body: string): Buffer => Buffer.from(`${domain}\n${body}`, 'utf8')

const rawPublicKey = (key: KeyObject): string => {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (!x) throw new Error('not an Ed25519 key')
  return x
}

export const townKeyOf = (key: KeyObject): TownKey => {
  const open = createPublicKey(key)
  return {
    publicKey: rawPublicKey(key),
    seal: (domain, body) => sign(null, message(domain, body), key).toString('base64url'),
    sealed: (domain, body, signature) =>
      verify(null, message(domain, body), open, Buffer.from(signature, 'base64url')),
  }
}

const verifyBeside = promisify(verify)

/**
 * Checks a device's signature on a thread of its own, for thousands come at one instant; `publicKey` is raw base64url.
 * Malformed keys are simply not valid.
 */
export const deviceSigned = async (publicKey: string, text: string, signature: string): Promise<boolean> => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return await verifyBeside(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

const onceIn = (folder: string, name: string, make: () => string): string => {
  const path = join(folder, name)
  if (!existsSync(path)) writeDurablySync(path, make(), 0o600)
  return readFileSync(path, 'utf8')
}

/**
 * A damaged key is reported and left as it is, so that whoever has a copy can put it back and no screen must be
 * paired anew.
 */
const keyIn = (pem: string, path: string): TownKey => {
  try {
    return townKeyOf(createPrivateKey(pem))
  } catch {
    return refuse('DATA_DIR_UNUSABLE', { got: path })
  }
}

/** Opens DATA_DIR/keys, making what is missing at the first start (0700 folder, 0600 files). */
export const openKeys = (dataDir: string): { readonly town: TownKey; readonly payloadSecret: string } => {
  const folder = join(dataDir, 'keys')
  makeFolder(folder)
  const pem = onceIn(folder, 'town.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  )
  const payloadSecret = onceIn(folder, 'session-secret', () => randomBytes(32).toString('base64url'))
  if (payloadSecret.length < 43) refuse('DATA_DIR_UNUSABLE', { got: join(folder, 'session-secret') })
  return { town: keyIn(pem, join(folder, 'town.pem')), payloadSecret }
}
