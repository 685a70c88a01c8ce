import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

/** A screen's own Ed25519 key, made by Node: a second opinion beside the player's and the server's code. */
export type DeviceKey = {
  /** Raw, base64url. */
  readonly publicKey: string
  readonly sign: (text: string) => string
  /** What a person compares with the desk: 16 hex digits over both keys, in groups of four. */
  readonly fingerprintWith: (townKey: string) => string
}

const bytes = (key: string): Buffer => Buffer.from(key, 'base64url')

export const deviceKey = (): DeviceKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = String(publicKey.export({ format: 'jwk' }).x)
  return {
    publicKey: raw,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
    fingerprintWith: (townKey) => {
      const both = Buffer.concat([bytes(raw), bytes(townKey)])
      const digits = createHash('sha256').update(both).digest('hex').slice(0, 16).toUpperCase()
      return (digits.match(/.{4}/g) ?? []).join(' ')
    },
  }
}

export const signedBy = (key: string, text: string, signature: string): boolean =>
  verify(
    null,
    Buffer.from(text, 'utf8'),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  )

export const sha256Of = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
