import type { Instant, ScreenId, Sha256 } from '../model/ids.ts'
import type { ReceiptStage } from '../model/receipt.ts'
import type { Signed } from '../wire/fields.ts'
import type { Challenge, ScreenHello } from '../wire/handshake.ts'
import type { DeviceSealed, Knows, ServerOpen, ServerSealed } from '../wire/messages.ts'
import type { Secrets } from '../wire/secrets.ts'
import type { Way } from '../wire/way.ts'
import type { Box } from './device-state.ts'
import type { Pace } from './pace.ts'

export type ServerTools = {
  readonly secrets: Secrets
  /** By the server's key of the latest record. */
  readonly sign: (text: string) => string
}

/** By the running clock, and the town's time. */
export type ServerMoment = { readonly mono: number; readonly now: Instant }

type Welcome = ServerSealed & { readonly type: 'welcome' }

/** A screen as the adapter found it: all of a welcome, and its group. */
export type FoundScreen = {
  readonly welcome: Welcome
  readonly group: string
}

/** Known once the keys of the line are. */
export type Keyed = {
  readonly key: string
  readonly knows: Knows | null
  readonly pair: boolean
  readonly box: Box
  readonly up: Way
  readonly down: Way
  readonly heardAt: number
}

export type ServerLine =
  | { readonly phase: 'silent'; readonly since: number }
  /** Waits for its turn; ten seconds begin with that. */
  | { readonly phase: 'seating'; readonly hello: ScreenHello }
  | {
      readonly phase: 'challenged'
      readonly hello: ScreenHello
      readonly challenge: Challenge
      /** The secret half of the ephemeral. */
      readonly secret: Uint8Array
      readonly since: number
    }
  /** Waits for the adapter's word on the signature. */
  | (Keyed & { readonly phase: 'proving' })
  /** The key is proven; waits for the screen it belongs to, if any, and for that screen's first head. */
  | (Keyed & { readonly phase: 'finding' })
  | (Keyed & { readonly phase: 'coded'; readonly codeUntil: number | null })
  | (Keyed & { readonly phase: 'joined'; readonly screen: ScreenId; readonly codeUntil: number | null })
  | { readonly phase: 'authorising'; readonly screen: ScreenId; readonly since: number }
  | { readonly phase: 'viewing'; readonly screen: ScreenId }
  | { readonly phase: 'closed' }

export type KeyedServerLine = Extract<ServerLine, { readonly up: Way }>

export type ServerState = { readonly line: ServerLine; readonly strikes: number; readonly pace: Pace }

/** What the town has for a screen; `head` where the screen is behind it. */
export type Current = {
  readonly head: Signed | null
  readonly sequence: number
  readonly root: Sha256
  readonly bytes: number
  /** Is the screen behind in number or withdrawals? A report is answered only then, a check always. */
  readonly behind: boolean
}

export type ServerEvent = { readonly at: ServerMoment } & (
  | { readonly type: 'open'; readonly value: unknown }
  | { readonly type: 'sealed'; readonly text: string; readonly mac: string }
  | { readonly type: 'odd' }
  /** Answer to `seat`: its turn has come. */
  | {
      readonly type: 'seated'
      readonly nonce: string
      readonly secret: Uint8Array
      readonly records: Challenge['records']
    }
  | { readonly type: 'crowded' }
  /** Answer to `verify`. */
  | { readonly type: 'proof'; readonly valid: boolean }
  /** Answer to `find-screen`, given once there is a head; null where no screen has the key. */
  | { readonly type: 'screen'; readonly found: FoundScreen | null }
  /** Answer to `open-pairing`. `released`: the revocation head of a device that lost its screen. */
  | {
      readonly type: 'code'
      readonly code: string
      readonly expiresIn: number
      readonly released: Signed | null
    }
  /** Answer to `find-current`. */
  | { readonly type: 'current'; readonly why: 'check' | 'report'; readonly current: Current }
  | {
      readonly type: 'viewed'
      readonly allowed: boolean
      readonly found: FoundScreen | null
    }
  /** A person typed the code; the screen lost its key; it moved to another group; its key came again. */
  | { readonly type: 'paired' }
  | { readonly type: 'unpaired' }
  | { readonly type: 'assigned'; readonly assignment: Signed; readonly head: Signed; readonly group: string }
  | { readonly type: 'replaced' }
  /** What has this screen withdrawn that the town does not know? */
  | { readonly type: 'ask-surplus'; readonly after: string | null }
  | { readonly type: 'woken' }
  | { readonly type: 'closed' }
)

export type ServerEffect =
  | { readonly type: 'send'; readonly message: ServerOpen }
  | { readonly type: 'send-sealed'; readonly text: string; readonly mac: string }
  /** Is there a place and a turn for one more that names this key? `knows` is a rumour yet. Answer `seated` or `crowded`. */
  | { readonly type: 'seat'; readonly key: string; readonly knows: Knows | null }
  /** Is this the key's signature over this text? Answer `proof`. */
  | { readonly type: 'verify'; readonly key: string; readonly text: string; readonly signature: string }
  | { readonly type: 'find-screen'; readonly key: string }
  /** Make and store a code for this key, replacing an older one. Answer `code`. */
  | { readonly type: 'open-pairing'; readonly key: string }
  /** This connection is the screen now: join its group's room; tell an older one of this key `replaced`. */
  | {
      readonly type: 'claim'
      readonly key: string
      readonly screen: ScreenId
      readonly group: string
      readonly knows: Knows | null
      readonly box: Box
    }
  | { readonly type: 'watch'; readonly screen: ScreenId; readonly group: string }
  | { readonly type: 'find-viewed'; readonly screen: ScreenId }
  | {
      readonly type: 'find-current'
      readonly screen: ScreenId
      readonly sequence: number
      readonly root: string
      readonly why: 'check' | 'report'
    }
  | { readonly type: 'move'; readonly group: string }
  | { readonly type: 'leave' }
  | {
      readonly type: 'store-receipt'
      readonly screen: ScreenId
      readonly sequence: number
      readonly stages: Readonly<Partial<Record<ReceiptStage, Instant>>>
    }
  | {
      readonly type: 'store-report'
      readonly screen: ScreenId
      readonly report: DeviceSealed & { readonly type: 'report' }
    }
  /** A screen holds a head that the town may not know: whether it signed it is to be asked. */
  | { readonly type: 'claimed'; readonly screen: ScreenId; readonly head: Signed }
  | {
      readonly type: 'surplus'
      readonly screen: ScreenId
      readonly surplus: DeviceSealed & { readonly type: 'surplus' }
    }
  | { readonly type: 'farewell'; readonly screen: ScreenId }
  /** Send `woken` at this reading of the running clock; a later one replaces an earlier one. */
  | { readonly type: 'wake'; readonly at: number }
  | { readonly type: 'close' }

export type ServerStep = { readonly state: ServerState; readonly effects: readonly ServerEffect[] }

export const rest = (state: ServerState, ...effects: readonly ServerEffect[]): ServerStep => ({
  state,
  effects,
})
