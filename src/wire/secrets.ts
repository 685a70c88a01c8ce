/** What a line is made safe with, given by whoever may: libraries in a browser, Node's own on the server. */
export type Secrets = {
  /** SHA-256. */
  readonly hash: (bytes: Uint8Array) => Uint8Array
  /** HMAC-SHA256. */
  readonly hmac: (key: Uint8Array, bytes: Uint8Array) => Uint8Array
  /** HKDF-SHA256: 32 bytes. */
  readonly derive: (secret: Uint8Array, salt: Uint8Array, info: Uint8Array) => Uint8Array
  /** X25519: the public half of 32 random bytes. */
  readonly pointOf: (secret: Uint8Array) => Uint8Array
  /** X25519. A point that leads to zeros gives zeros, and nothing throws. */
  readonly agree: (secret: Uint8Array, point: Uint8Array) => Uint8Array
}

/** Ed25519 over the UTF-8 of `text`; false for a key or signature that is none. */
export type Verify = (key: string, text: string, signature: string) => boolean
