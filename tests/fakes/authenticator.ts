/** A passkey in software: real keys, real signatures, the bytes of WebAuthn (level 3, 6.1 and 6.5), and whatever it is told to lie. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Uint8Array | ReadonlyMap<Cbor, Cbor>

const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}

const cbor = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held)])])
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

/** Where a browser says it is, what it was asked, and what is true of none of it. */
export type Telling = {
  readonly origin: string
  readonly challenge: string
  readonly rpId: string
  readonly verified?: boolean
  readonly crossOrigin?: boolean
  readonly type?: string
}

export type Authenticator = {
  readonly id: string
  /** How often it signed; a copy is made by going back. */
  counter: number
  readonly make: (telling: Telling) => object
  readonly prove: (telling: Telling) => object
}

const clientData = (type: string, { origin, challenge, crossOrigin = false, ...told }: Telling): Buffer =>
  Buffer.from(JSON.stringify({ type: told.type ?? type, challenge, origin, crossOrigin }))

/** `counts`: whether it counts how often it signed; those that are kept in a cloud do not. */
export const authenticator = ({ counts = true } = {}): Authenticator => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const key = cbor(
    new Map<Cbor, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
  const dataOf = ({ rpId, verified = true }: Telling, more = 0): Buffer => {
    const count = Buffer.alloc(4)
    if (counts) made.counter += 1
    count.writeUInt32BE(made.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([PRESENT | (verified ? VERIFIED : 0) | more]), count])
  }
  const answer = (response: object): object => ({
    id: url(id),
    rawId: url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
  const made: Authenticator = {
    id: url(id),
    counter: 0,
    make: (telling) => {
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([dataOf(telling, WITH_KEY), Buffer.alloc(16), length, id, key])
      const attestation = new Map<Cbor, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map<Cbor, Cbor>()],
        ['authData', authData],
      ])
      return answer({
        clientDataJSON: url(clientData('webauthn.create', telling)),
        attestationObject: url(cbor(attestation)),
        transports: ['internal', 'usb', 'no such way'],
      })
    },
    prove: (telling) => {
      const [data, said] = [dataOf(telling), clientData('webauthn.get', telling)]
      return answer({
        clientDataJSON: url(said),
        authenticatorData: url(data),
        signature: url(sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)),
      })
    },
  }
  return made
}
