import { fromBase64Url, toBase64Url } from '../protocol/base64url.ts'
import { alike, eightBytes, joined, utf8 } from './octets.ts'
import type { Secrets } from './secrets.ts'

/**
 * One direction of a line. The place of a message is not sent: one that was lost, doubled, moved, or comes from another line
 * or the other direction has the HMAC of another place, and the line is at its end.
 */
export type Way = { readonly key: Uint8Array; readonly place: number }

type Hmac = Pick<Secrets, 'hmac'>

export const wayOf = (key: Uint8Array): Way => ({ key, place: 0 })

const macOf = ({ key, place }: Way, text: string, { hmac }: Hmac): Uint8Array =>
  hmac(key, joined(eightBytes(place), utf8(text))).slice(0, 16)

const next = (way: Way): Way => ({ ...way, place: way.place + 1 })

export const sealText = (
  way: Way,
  text: string,
  secrets: Hmac,
): { readonly way: Way; readonly mac: string } => ({
  way: next(way),
  mac: toBase64Url(macOf(way, text, secrets)),
})

/** The way after it, or null where this is not the message of this place. */
export const openText = (way: Way, text: string, mac: string, secrets: Hmac): Way | null => {
  const told = fromBase64Url(mac)
  return told && alike(told, macOf(way, text, secrets)) ? next(way) : null
}
