import { generateKeyPairFromSeed, sign, verify } from '@stablelib/ed25519'
import { hash as sha256 } from '@stablelib/sha256'
import type { ScreenId } from '../src/model/ids.ts'
import { fromBase64Url, toBase64Url } from '../src/protocol/base64url.ts'
import type { Identity, Tools } from './core/state.ts'
import { keepRecords, readRecord } from './store/kept.ts'
import type { Store } from './store/store.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** In JavaScript throughout: plain http has no `crypto.subtle` (docs/facts.md#browsers-on-panels). */
export const hash = (bytes: Uint8Array): string => {
  let hex = ''
  for (const byte of sha256(bytes)) hex += (byte < 16 ? '0' : '') + byte.toString(16)
  return hex
}

export const tools: Tools = {
  hash,
  verify: (key, text, signature) => {
    try {
      return verify(fromBase64Url(key)!, utf8(text), fromBase64Url(signature)!)
    } catch {
      // A key or signature of another length, or none at all.
      return false
    }
  },
}

export type Keys = { readonly identity: Identity; readonly sign: (text: string) => string }

/** Used once, so that no answer of another time is taken for the one to this question. */
export const freshNonce = (): string => toBase64Url(window.crypto.getRandomValues(new Uint8Array(16)))

/**
 * The device's own key is made here and never leaves; a viewer has none. The whole pair is kept, so that a
 * start computes nothing before its first page.
 */
export const openKeys = (store: Store, viewed: string | null): Promise<Keys> => {
  if (viewed !== null) {
    return Promise.resolve({ identity: { role: 'viewer', screen: viewed as ScreenId }, sign: () => '' })
  }
  return readRecord(store, 'device').then((kept) => {
    const pair = kept || generateKeyPairFromSeed(window.crypto.getRandomValues(new Uint8Array(32)))
    const { publicKey, secretKey } = pair
    const keys: Keys = {
      identity: { role: 'screen', key: toBase64Url(publicKey) },
      sign: (text) => toBase64Url(sign(secretKey, utf8(text))),
    }
    return kept ? keys : keepRecords(store, { device: { publicKey, secretKey } }).then(() => keys)
  })
}
