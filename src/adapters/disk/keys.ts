import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { refuse } from '../../errors/refusal.ts'
import type { Sha256 } from '../../model/ids.ts'
import { signedText } from '../../signed/wire.ts'
import { writeDurablySync } from './durable-file.ts'
import { signWith, verifyWith } from './ed25519.ts'
import { makeFolder } from './make-folder.ts'
import { recordsKeyOf, sinceIn, type RecordsKey } from './records-key.ts'

/** What screens pin: it signs heads and the time, and nothing else since there are two keys. */
export type HeadsKey = {
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string
  readonly sign: (domain: string, body: string) => string
  readonly holds: (domain: string, body: string, signature: string) => boolean
}

export const sha256Hex = (data: string | Uint8Array): Sha256 =>
  createHash('sha256').update(data).digest('hex') as Sha256

const rawPublicKey = (key: KeyObject): string => {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (!x) throw new Error('not an Ed25519 key')
  return x
}

export const headsKeyOf = (key: KeyObject): HeadsKey => {
  const open = createPublicKey(key)
  return {
    publicKey: rawPublicKey(key),
    sign: (domain, body) => signWith(key, signedText(domain, body)),
    holds: (domain, body, signature) => verifyWith(open, signedText(domain, body), signature),
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
const keyIn = (folder: string, name: string): KeyObject => {
  const pem = onceIn(folder, name, () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  )
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
    return key
  } catch {
    return refuse('DATA_DIR_UNUSABLE', { got: join(folder, name) })
  }
}

export type Keys = {
  readonly heads: HeadsKey
  readonly records: RecordsKey
  readonly payloadSecret: string
}

/**
 * Opens DATA_DIR/keys, making what is missing at the first start (0700 folder, 0600 files); never in the database
 * (docs/design.md#keys). A town that had one key keeps it for its screens, and gets one for its records.
 */
export const openKeys = (dataDir: string): Keys => {
  const folder = join(dataDir, 'keys')
  makeFolder(folder)
  const isNew = !existsSync(join(folder, 'town.pem'))
  const since = sinceIn(folder)
  // Before the keys: a first start that is cut short must not leave a new town that looks like one of before.
  if (isNew) since.write(0)
  const [town, records] = [keyIn(folder, 'town.pem'), keyIn(folder, 'records.pem')]
  const payloadSecret = onceIn(folder, 'session-secret', () => randomBytes(32).toString('base64url'))
  if (payloadSecret.length < 43) refuse('DATA_DIR_UNUSABLE', { got: join(folder, 'session-secret') })
  return {
    heads: headsKeyOf(town),
    records: recordsKeyOf({ key: records, first: town, since }),
    payloadSecret,
  }
}
