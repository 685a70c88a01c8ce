import type { ErrorCode } from '../errors/codes.ts'
import type { Instant, Sha256 } from '../model/ids.ts'
import type { Belief, Standing } from '../trust/belief.ts'
import type { Judging, Offer } from '../trust/keys.ts'
import type { Asking, ClockSample } from '../trust/time.ts'
import type { ScreenHello } from '../wire/handshake.ts'
import type { DeviceOpen, DeviceSealed, ServerOpen, ServerSealed } from '../wire/messages.ts'
import type { Way } from '../wire/way.ts'

/** When something happened: by the running clock, by the shared time, and how old the device was. */
export type Moment = { readonly mono: number; readonly now: Instant; readonly age: number }

export type Box = (DeviceSealed & { readonly type: 'prove' })['box']

/** What a device is given beside events: its key, its tools, what it runs in and what it plays. */
export type DeviceTools = Judging & {
  /** By the device's own key. */
  readonly sign: (text: string) => string
  readonly draws: number
  readonly box: Box
  /** The highest edition of a content in what plays here; 0 where none is. */
  readonly editionOf: (content: string) => number
}

export type Code = {
  readonly code: string
  /** Over the recovery key of this line, computed here. */
  readonly fingerprint: string
  /** By the running clock. */
  readonly until: number
  /** The panel holds it now. */
  readonly drawn: boolean
}

/** A line with keys. */
export type Keyed = {
  readonly offer: Offer
  readonly up: Way
  readonly down: Way
  /** `prove` said so: a hand asked for a code. */
  readonly pair: boolean
  /** Of the last good HMAC, and of the last question, report, check and fault that was told. */
  readonly heardAt: number
  readonly askedAt: number
  readonly reportedAt: number
  readonly checkedAt: number
  readonly faultAt: number
  readonly asking: Asking
  readonly code: Code | null
}

export type DeviceLine =
  | { readonly phase: 'dark' }
  | {
      readonly phase: 'greeted'
      readonly hello: ScreenHello
      /** The secret half of its ephemeral. */
      readonly secret: Uint8Array
      readonly since: number
    }
  | (Keyed & { readonly phase: 'proven' })
  | (Keyed & { readonly phase: 'coded' })
  | (Keyed & { readonly phase: 'playing'; readonly highest: number })

export type KeyedLine = Exclude<DeviceLine, { readonly phase: 'dark' | 'greeted' }>

export type DeviceState = {
  readonly belief: Belief
  readonly line: DeviceLine
  /** Code of the last line that was refused here: told in the next hello. */
  readonly fault: ErrorCode | null
  /** A hand at the box asked for a code, until this reading of the running clock. */
  readonly handUntil: number
  /** Lines in turn that came to nothing. */
  readonly tries: number
  /** Malformed messages of this line. */
  readonly strikes: number
  /** An answer has set the time in this run; its error. */
  readonly timed: number | null
  /** Of the last event of the network that nothing was heard after. */
  readonly networkAt: number | null
}

export type DeviceEvent = { readonly at: Moment } & (
  | {
      readonly type: 'opened'
      /** 16 random bytes in base64url, and 32. */
      readonly nonce: string
      readonly secret: Uint8Array
    }
  | { readonly type: 'closed' }
  /** Arguments of the event; null for what is no message at all. */
  | { readonly type: 'open'; readonly value: unknown }
  | { readonly type: 'sealed'; readonly text: string; readonly mac: string }
  | { readonly type: 'odd' }
  | { readonly type: 'say'; readonly message: DeviceSealed }
  /** The bytes of a set of withdrawals, whatever they are. */
  | { readonly type: 'set'; readonly body: string }
  | { readonly type: 'drawn'; readonly code: string; readonly fingerprint: string }
  | { readonly type: 'touched' }
  | { readonly type: 'network' }
  | { readonly type: 'tick' }
)

export type DeviceEffect =
  | { readonly type: 'send'; readonly message: DeviceOpen }
  | { readonly type: 'send-sealed'; readonly text: string; readonly mac: string }
  | { readonly type: 'close' }
  /** Open a new line so many milliseconds from now. */
  | { readonly type: 'retry'; readonly after: number }
  | { readonly type: 'keep'; readonly belief: Belief }
  | { readonly type: 'sample'; readonly sample: ClockSample }
  | { readonly type: 'fetch-set'; readonly root: Sha256; readonly bytes: number }
  /** For the rest of the player: a hint that was signed, a patch that is judged by what it makes, and who we are. */
  | { readonly type: 'heard'; readonly message: ServerOpen & { readonly type: 'hint' | 'patch' } }
  | {
      readonly type: 'joined'
      readonly screen: (ServerSealed & { readonly type: 'welcome' })['screen']
      readonly town: string
    }
  /** Why there is no line, as a code. */
  | { readonly type: 'why'; readonly code: string }

export type DeviceStep = { readonly state: DeviceState; readonly effects: readonly DeviceEffect[] }

export const startDevice = (belief: Belief): DeviceState => ({
  belief,
  line: { phase: 'dark' },
  fault: null,
  handUntil: 0,
  tries: 0,
  strikes: 0,
  timed: null,
  networkAt: null,
})

export const still = (state: DeviceState, ...effects: readonly DeviceEffect[]): DeviceStep => ({
  state,
  effects,
})

export const standingOf = (state: DeviceState, { now, age }: Moment, tools: DeviceTools): Standing => ({
  verify: tools.verify,
  secrets: tools.secrets,
  editionOf: tools.editionOf,
  time: { now, set: state.timed !== null },
  age,
})

export const handAsked = ({ handUntil }: DeviceState, { mono }: Moment): boolean => mono < handUntil
