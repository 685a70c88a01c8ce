import type { ScreenId, Sha256 } from '../model/ids.ts'
import { finite, optional, orNull, record, text, truth, whole, type Read } from '../shape/shape.ts'
import type { DeviceReport } from './messages.ts'
import { CODE_ALPHABET } from './pairing-code.ts'

/** 32 bytes as base64url: the last character's spare bits must be zero, else one key had four names. */
export const key = text(43, /^[\w-]{42}[AEIMQUYcgkosw048]$/)
/** 64 bytes as base64url. */
export const signature = text(86, /^[\w-]{85}[AQgw]$/)
export const nonce = text(86, /^[\w-]{16,86}$/)
export const screenId: Read<ScreenId> = text<ScreenId>(64, /^[\w-]+$/)
export const sha256: Read<Sha256> = text<Sha256>(64, /^[0-9a-f]{64}$/)
export const words = text(512)
export const sequence = whole(0)
/** Letters that spell no words, four and four: it is drawn on a panel. */
export const pairingCode = text(9, new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`))

const size = record({ width: whole(0), height: whole(0) })

export const deviceReport: Read<DeviceReport> = record({
  userAgent: text(1024),
  canvas: size,
  window: size,
  devicePixelRatio: finite,
  secureContext: truth,
  storageBytes: orNull(whole(0)),
})

export const town = record({ name: words, key })

const detail = optional<number | string>((value, field) =>
  typeof value === 'number' ? finite(value, field) : words(value, field),
)

/** A refusal on the wire; its code may be newer than this player (I16), so any word is taken. */
export const refusalShape = record({
  code: text(64, /^[A-Z0-9_]+$/),
  message_zh: words,
  message_en: words,
  field: optional(words),
  limit: detail,
  got: detail,
  hint: optional(words),
})
