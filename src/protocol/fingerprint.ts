import type { GroupKey } from '../model/ids.ts'
import { fromBase64Url } from './base64url.ts'

/** SHA-256 of bytes as lower-case hex. */
export type HashBytes = (bytes: Uint8Array) => string

/**
 * The group of one device alone: 16 hex digits of the SHA-256 over both keys. Its only head is the revocation head of a device
 * that lost its screen, so that no such head can be played to another (docs/decisions/0005-unpaired.md).
 */
export const ownGroup = (deviceKey: string, townKey: string, hash: HashBytes): GroupKey | '' => {
  const device = fromBase64Url(deviceKey)
  const town = fromBase64Url(townKey)
  if (!device || !town) return ''
  const both = new Uint8Array(device.length + town.length)
  both.set(device)
  both.set(town, device.length)
  return hash(both).slice(0, 16) as GroupKey
}

/**
 * What a person compares on the screen and in the CMS before pairing: the first 16 hex digits of the SHA-256 over the
 * device's key and the town's key, so that neither can be swapped on the way (PRO-3). Both ends compute it.
 * Keys are base64url; a malformed key gives an empty text, which matches nothing.
 */
export const fingerprint = (deviceKey: string, townKey: string, hash: HashBytes): string =>
  ownGroup(deviceKey, townKey, hash)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
