import { fromBase64Url } from '../protocol/base64url.ts'
import { canonicalJson } from '../programme/canonical.ts'
import {
  DEVICE_HANDSHAKE_DOMAIN,
  HANDSHAKE_DOMAIN,
  HINT_DOMAIN,
  PAIRING_DOMAIN,
  SERVER_HANDSHAKE_DOMAIN,
  signedText,
} from '../signed/wire.ts'
import type { DeviceOpen, ServerOpen } from './messages.ts'
import { nameOf, shortName } from './names.ts'
import { hex, joined, utf8 } from './octets.ts'
import type { Secrets } from './secrets.ts'

export type ScreenHello = DeviceOpen & { readonly type: 'hello'; readonly role: 'screen' }
export type Challenge = ServerOpen & { readonly type: 'challenge' }
export type Hint = ServerOpen & { readonly type: 'hint' }

/**
 * What both ends sign, each under its own name, and hash for the keys: whoever takes a version out of a list, changes what the
 * device says it knows, or gives another record, breaks both signatures.
 */
export const handshakeText = (
  hello: ScreenHello,
  challenge: Omit<Challenge, 'signature'>,
  secrets: Secrets,
): string => {
  const { records } = challenge
  return canonicalJson({
    is: HANDSHAKE_DOMAIN,
    device: hello.key,
    deviceEphemeral: hello.ephemeral,
    deviceNonce: hello.nonce,
    deviceVersions: hello.versions,
    draws: hello.draws,
    knows: hello.knows,
    record: nameOf(records[records.length - 1]!.body, secrets),
    role: hello.role,
    serverEphemeral: challenge.ephemeral,
    serverNonce: challenge.nonce,
    serverVersions: challenge.versions,
  })
}

/** The exact texts of the two signatures. */
export const signedByServer = (text: string): string => signedText(SERVER_HANDSHAKE_DOMAIN, text)
export const signedByDevice = (text: string): string => signedText(DEVICE_HANDSHAKE_DOMAIN, text)

/** From the device, and to it. */
export type LineKeys = { readonly up: Uint8Array; readonly down: Uint8Array }

/** The keys of this line; null for a point that leads to zeros, whatever secret meets it: that is no secret. */
export const lineKeys = (
  secret: Uint8Array,
  theirs: string,
  text: string,
  secrets: Secrets,
): LineKeys | null => {
  const point = fromBase64Url(theirs)
  if (!point || point.length !== 32) return null
  const shared = secrets.agree(secret, point)
  if (shared.every((byte) => byte === 0)) return null
  const salt = secrets.hash(utf8(text))
  return {
    up: secrets.derive(shared, salt, utf8('up')),
    down: secrets.derive(shared, salt, utf8('down')),
  }
}

/** The short name of a key; empty for what is none. */
export const keyName = (key: string, secrets: Secrets): string => {
  const bytes = fromBase64Url(key)
  return bytes && bytes.length === 32 ? shortName(bytes, secrets) : ''
}

/**
 * What a person compares at the panel and at the desk: 128 bits over the device's key and the town's recovery key, in eight
 * groups of four. Both ends compute it; a malformed key gives an empty text, which matches nothing.
 */
export const pairingFingerprint = (device: string, recovery: string, secrets: Secrets): string => {
  const [first, second] = [fromBase64Url(device), fromBase64Url(recovery)]
  if (!first || first.length !== 32 || !second || second.length !== 32) return ''
  const digest = secrets.hash(joined(utf8(signedText(PAIRING_DOMAIN, '')), first, second))
  return hex(digest.slice(0, 16))
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
}

/** What the signature of a hint covers. `recovery` (a short name) and `k` never travel with it: each end knows its own. */
export const hintText = (
  hint: Omit<Hint, 'type' | 'signature'>,
  town: { readonly k: number; readonly recovery: string },
): string => {
  const { bytes, group, programme, sequence, within } = hint
  const { k, recovery } = town
  const body = { is: HINT_DOMAIN, bytes, group, k, programme, recovery, sequence, within }
  return signedText(HINT_DOMAIN, canonicalJson(body))
}
