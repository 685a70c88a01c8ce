import { CODE_ALPHABET } from '../protocol/pairing-code.ts'
import type { ScreenId, Sha256 } from '../model/ids.ts'
import { exact, record, text, within, type Read } from '../shape/shape.ts'

/** 32 bytes, 64 bytes, 16 bytes as base64url: the spare bits of the last character are zero, so each has one spelling. */
export const key = text(43, /^[\w-]{42}[AEIMQUYcgkosw048]$/)
export const signature = text(86, /^[\w-]{85}[AQgw]$/)
export const sixteen = text(22, /^[\w-]{21}[AQgw]$/)
export const sha256: Read<Sha256> = text<Sha256>(64, /^[0-9a-f]{64}$/)
export const screenId: Read<ScreenId> = text<ScreenId>(64, /^[\w-]+$/)
/** `HEAD_INVALID`; a code may be newer than whoever reads it (I16). */
export const code = text(24, /^[A-Z][A-Z0-9_]*$/)
/** Why a head was signed; a cause may be newer than the player (I16). */
export const cause = text(16, /^[a-z][a-z-]*$/)
export const pairingCode = text(9, new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`))

/** Thirteen digits hold every instant until 2286 and every number of a head; a byte budget needs an end. */
const THIRTEEN = 9_999_999_999_999
const whole = (least: number, most: number): Read<number> => within(least, most, 'whole number')
export const instant = whole(0, THIRTEEN)
export const sequence = whole(0, THIRTEEN)
export const counted = whole(1, THIRTEEN)
export const generation = whole(1, 2_147_483_647)
export const bytes = whole(0, 99_999_999)
export const edition = whole(1, 999_999)
export const pixels = whole(0, 99_999)
/** A reading of a device's own running clock; a fraction has at most sixteen digits more. */
export const reading = within(0, THIRTEEN)
export const small = whole(0, 9_999_999)

/** A name for people, which no line break and no half character may spoil. */
export const name = (most: number): Read<string> =>
  text(most, /^(?:[ -~\u00a0-\ud7ff\ue000-\uffff]|[\ud800-\udbff][\udc00-\udfff])*$/)
/** Printable ASCII without the two characters that grow fourfold in a text inside a frame. */
export const plain = (most: number): Read<string> => text(most, /^[ !#-[\]-~]*$/)

const body = (most: number) => text(most, /^[ -~]*$/)

/** What was signed, as it travels: the exact bytes and the signature over its kind and them. */
export type Signed = { readonly body: string; readonly signature: string }
/** In a message from end to end, and in one that goes to a room. */
export const signed = (most: number): Read<Signed> => record({ body: body(most), signature })
export const exactlySigned = (most: number): Read<Signed> => exact<Signed>({ body: body(most), signature })
