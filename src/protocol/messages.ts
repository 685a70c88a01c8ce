/** The wire between a screen and the server: one Socket.IO event, `m`, each way; unions told apart by `type`. */
import type { Refusal } from '../errors/refusal.ts'
import type { Instant, ScreenId, Sha256 } from '../model/ids.ts'
import type { SignedHead } from '../model/programme.ts'
import type { ReceiptStage } from '../model/receipt.ts'

export const PROTOCOL_VERSION = 1
/** Oldest player the server still speaks to (I16). */
export const OLDEST_PROTOCOL_VERSION = 1
export const SOCKET_PATH = '/screens/socket.io'
/** What a device signs to prove its key: this text, a newline, the nonce. */

/** What the device learns of itself, for `/display?diag` and the screen list. */
export type DeviceReport = {
  readonly userAgent: string
  readonly canvas: { readonly width: number; readonly height: number }
  readonly window: { readonly width: number; readonly height: number }
  readonly devicePixelRatio: number
  /** false on plain http from another host: no service worker, no cold start without the server. */
  readonly secureContext: boolean
  readonly storageBytes: number | null
}

/** First word of every connection, from the device. */
export type Hello =
  | { readonly type: 'hello'; readonly protocol: number; readonly role: 'screen'; readonly key: string }
  | { readonly type: 'hello'; readonly protocol: number; readonly role: 'viewer'; readonly screen: ScreenId }

export type FromDevice =
  | Hello
  | { readonly type: 'prove'; readonly signature: string; readonly report: DeviceReport }
  /** Asks for the current head: after connecting, and every 5 minutes since a hint may be lost. */
  | { readonly type: 'check'; readonly sequence: number }
  | {
      readonly type: 'receipt'
      readonly sequence: number
      readonly stage: ReceiptStage
      readonly at: Instant
    }
  /** With `random`, used once, the answer comes signed (`clockBody`): the last question of a burst has it. */
  | { readonly type: 'clock'; readonly sent: number; readonly random?: string }
  | { readonly type: 'report'; readonly report: DeviceReport }

export type FromServer =
  | { readonly type: 'challenge'; readonly nonce: string }
  /** Unpaired: show this code and fingerprint until `expiresAt`. */
  | {
      readonly type: 'pairing'
      readonly code: string
      readonly fingerprint: string
      readonly expiresAt: Instant
      /** With it the device computes the fingerprint itself and pins the key it showed (PLY-10). */
      readonly town?: { readonly name: string; readonly key: string }
    }
  | {
      readonly type: 'welcome'
      readonly screen: {
        readonly id: ScreenId
        readonly name: string
        readonly width: number
        readonly height: number
      }
      readonly town: { readonly name: string; readonly key: string }
      readonly now: Instant
    }
  /** A new or current head. `programme` may carry the body inline when small. */
  | { readonly type: 'head'; readonly head: SignedHead }
  /** Group-wide: this programme is coming; fetch, verify, say ready. At most 300 bytes. */
  | { readonly type: 'hint'; readonly sequence: number; readonly programme: Sha256 }
  /** Believed only when a signature of the town, on this answer or a later one, covers it. */
  | { readonly type: 'clock'; readonly sent: number; readonly now: Instant; readonly signature?: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type MessageType = FromDevice['type'] | FromServer['type']
