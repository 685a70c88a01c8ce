import type { GroupKey, Instant, ScreenId } from '../model/ids.ts'
import type { SignedHead } from '../model/programme.ts'
import type { ReceiptStage } from '../model/receipt.ts'
import type { ClockReading } from '../protocol/clock-body.ts'
import type { DeviceReport, FromServer } from '../protocol/messages.ts'

/** What is known once the key is proven. */
type Proven = {
  readonly key: string
  readonly report: DeviceReport
  readonly nonce: string
  /** Answers of the clock that no signature covers yet, at most `CLOCK_BURST`. */
  readonly told: readonly ClockReading[]
  readonly strikes: number
}

/** One device connection on the server, from the first byte to the last. */
export type SessionState =
  | { readonly phase: 'connected'; readonly nonce: string; readonly strikes: number }
  /** It named its key; waits for the adapter's word on whether there is a place for it. */
  | { readonly phase: 'seating'; readonly nonce: string; readonly key: string; readonly strikes: number }
  | { readonly phase: 'challenged'; readonly nonce: string; readonly key: string; readonly strikes: number }
  /** Waits for the adapter's word on the signature. */
  | (Omit<Proven, 'told'> & { readonly phase: 'proving' })
  /** The key is proven; waits for the screen it belongs to, if any. */
  | (Proven & { readonly phase: 'finding' })
  /** No screen has this key: a code is shown until an administrator types it. */
  | (Proven & { readonly phase: 'pairing' })
  | (Proven & {
      readonly phase: 'joined'
      readonly screen: ScreenId
      /** What the device said it has, while the adapter looks for something newer. */
      readonly has: number
    })
  | { readonly phase: 'authorising'; readonly screen: ScreenId; readonly strikes: number }
  | {
      readonly phase: 'viewing'
      readonly screen: ScreenId
      readonly has: number
      readonly strikes: number
    }
  | { readonly phase: 'closed'; readonly strikes: number }

export type CurrentHead = { readonly head: SignedHead; readonly sequence: number }

/** A screen as the adapter found it. */
export type FoundScreen = {
  readonly screen: {
    readonly id: ScreenId
    readonly name: string
    readonly width: number
    readonly height: number
  }
  readonly town: { readonly name: string; readonly key: string }
  readonly group: GroupKey
  /** null before the group's first head. */
  readonly current: CurrentHead | null
  readonly now: Instant
}

export type SessionEvent =
  /** Whatever came over the wire. */
  | { readonly type: 'message'; readonly value: unknown; readonly now: Instant }
  /** Answer to `seat`. */
  | { readonly type: 'seated'; readonly now: Instant }
  /** Answer to `seat` or `find-viewed`: too many are here already (`places.ts`). */
  | { readonly type: 'crowded' }
  /** Answer to `verify`. */
  | { readonly type: 'proof'; readonly valid: boolean }
  /** Answer to `find-screen`; null when no screen has the key. */
  | { readonly type: 'screen'; readonly found: FoundScreen | null }
  /** Answer to `open-pairing`. */
  | {
      readonly type: 'code'
      readonly code: string
      readonly fingerprint: string
      readonly expiresAt: Instant
      readonly town: { readonly name: string; readonly key: string }
      /** The device's own group (src/protocol `ownGroup`), and the revocation head issued in it, if any. */
      readonly own?: { readonly group: GroupKey; readonly current: CurrentHead | null }
    }
  /** Answer to `find-viewed`; null when it may not be viewed or is unknown. */
  | { readonly type: 'viewed'; readonly allowed: boolean; readonly found: FoundScreen | null }
  /** Answer to `find-head`. */
  | { readonly type: 'current'; readonly current: CurrentHead | null }
  /** An administrator typed the code. */
  | { readonly type: 'paired' }
  /** The screen lost its key, or was deleted. */
  | { readonly type: 'unpaired' }
  /** The screen's profile or schedules moved it to another group. */
  | { readonly type: 'regrouped'; readonly group: GroupKey; readonly current: CurrentHead | null }
  /** The same key connected again: the newest wins. */
  | { readonly type: 'replaced' }
  | { readonly type: 'woken'; readonly now: Instant }
  | { readonly type: 'closed' }

export type SessionEffect =
  | { readonly type: 'send'; readonly message: FromServer }
  /** Send the `clock` answer with the town's signature over `body`. */
  | { readonly type: 'tell-time'; readonly sent: number; readonly now: Instant; readonly body: string }
  /** Is there a place for one more that names this key? Answer `seated` or `crowded`. */
  | { readonly type: 'seat'; readonly key: string }
  /** Is `signature` the key's Ed25519 over `PROOF_DOMAIN + "\n" + nonce`? Answer `proof`. */
  | { readonly type: 'verify'; readonly key: string; readonly nonce: string; readonly signature: string }
  | { readonly type: 'find-screen'; readonly key: string }
  /** Make and store a code for this key, replacing an older one. Answer `code`. */
  | { readonly type: 'open-pairing'; readonly key: string }
  | { readonly type: 'find-viewed'; readonly screen: ScreenId }
  | { readonly type: 'find-head'; readonly screen: ScreenId }
  /** This connection is the screen now: join its group's room; tell an older one of this key `replaced`. */
  | { readonly type: 'claim'; readonly key: string; readonly screen: ScreenId; readonly group: GroupKey }
  /** Join the group's room as a viewer: never counted as the screen. */
  | { readonly type: 'watch'; readonly screen: ScreenId; readonly group: GroupKey }
  /** Join the group's room and nothing else: a device without a screen hears its revocation head there. */
  | { readonly type: 'listen'; readonly group: GroupKey }
  /** Leave the group's room for this one; whoever this connection is, it stays, and nobody went offline. */
  | { readonly type: 'move'; readonly group: GroupKey }
  /** Leave every room; the screen is not here any more. */
  | { readonly type: 'leave' }
  | {
      readonly type: 'store-receipt'
      readonly screen: ScreenId
      readonly sequence: number
      readonly stage: ReceiptStage
      readonly at: Instant
    }
  | {
      readonly type: 'store-report'
      readonly screen: ScreenId
      readonly report: DeviceReport
      readonly now: Instant
    }
  /** A proven screen holds a head of this number: numbers go on from there (a backup was put back). */
  | { readonly type: 'saw'; readonly sequence: number }
  /** Send `woken` at this instant; a later `wake` replaces an earlier one. */
  | { readonly type: 'wake'; readonly at: Instant }
  | { readonly type: 'close' }

export type Step = { readonly state: SessionState; readonly effects: readonly SessionEffect[] }
