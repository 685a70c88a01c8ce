import type { Refusal } from '../../src/errors/refusal.ts'
import type { Instant, ReleaseId, ScreenId, Sha256 } from '../../src/model/ids.ts'
import type { Head, Programme, SignedHead } from '../../src/model/programme.ts'
import type { FromDevice, FromServer } from '../../src/protocol/messages.ts'
import type { TimeAnswer } from './timekeeping.ts'

/** Who this player is: the holder of a device key, or somebody looking over a screen's shoulder. */
export type Identity =
  { readonly role: 'screen'; readonly key: string } | { readonly role: 'viewer'; readonly screen: ScreenId }

export type TownFacts = { readonly name: string; readonly key: string }
export type ScreenFacts = {
  readonly id: ScreenId
  readonly name: string
  readonly width: number
  readonly height: number
}

/** A head whose signature was checked against the pinned key. */
export type VerifiedHead = { readonly signed: SignedHead; readonly head: Head }
export type Active = VerifiedHead & { readonly programme: Programme }

export type Pairing = {
  readonly code: string
  /** Computed here from both keys, not taken from the message. */
  readonly fingerprint: string
  /** An instant of the clock of this device: the time of the server is not believed before its key is. */
  readonly until: Instant
  readonly town: TownFacts
  /** The panel holds this code and fingerprint now. */
  readonly drawn: boolean
}

/** When the last byte of a programme and of all it names had come, and when the last check of them ended. */
export type Arrival = { readonly fetchedAt: Instant; readonly verifiedAt: Instant }

/** A programme on its way here, because of a hint or a head. */
export type Wanted = {
  readonly name: Sha256
  readonly sequence: number
  /** Parsed once its bytes are here. */
  readonly programme: Programme | null
  /** null until every asset and font is stored, verified and loaded. */
  readonly arrival: Arrival | null
}

export type PlayerState = {
  readonly identity: Identity
  readonly online: boolean
  readonly screen: ScreenFacts | null
  /** Pinned at pairing; only heads it signed are obeyed (I1). */
  readonly town: TownFacts | null
  readonly pairing: Pairing | null
  /** Somebody at the panel asked to see the code although it plays; until this instant. */
  readonly codeUntil: Instant
  /** The town's own signed clock set the time in this run. */
  readonly timed: boolean
  readonly active: Active | null
  /** Verified and above `active`, waiting for its programme or its instant. */
  readonly pending: VerifiedHead | null
  /** Withdrawals of heads that never started, because a newer one overtook them. */
  readonly withdrawn: readonly ReleaseId[]
  readonly wanted: Wanted | null
  /** Highest sequence told of each receipt stage, so that none is told twice. */
  readonly told: { readonly notified: number; readonly ready: number; readonly showing: number }
  readonly checkedAt: Instant
  /** Last thing the server or a check refused, for `/display?diag`. */
  readonly trouble: Refusal | null
}

/** What the store held at start. Heads are re-verified here, the programme was hashed by the store. */
export type Kept = {
  readonly town: TownFacts | null
  readonly screen: ScreenFacts | null
  readonly active: { readonly signed: SignedHead; readonly programme: string } | null
  readonly pending: SignedHead | null
  readonly withdrawn: readonly ReleaseId[]
}

export type PlayerEvent =
  | { readonly type: 'restored'; readonly kept: Kept; readonly now: Instant }
  | { readonly type: 'online'; readonly online: boolean; readonly now: Instant }
  | { readonly type: 'message'; readonly message: FromServer; readonly now: Instant }
  /** The programme's text, its hash already checked. */
  | { readonly type: 'programme'; readonly name: Sha256; readonly body: string; readonly now: Instant }
  /** All its assets and fonts are stored and usable. */
  | {
      readonly type: 'complete'
      readonly name: Sha256
      readonly arrival: Arrival
      readonly now: Instant
    }
  /** A canvas holds a page of the head with this sequence. */
  | { readonly type: 'shown'; readonly sequence: number; readonly now: Instant }
  /** The panel's canvas holds the card of this code. */
  | { readonly type: 'code-drawn'; readonly code: string; readonly fingerprint: string }
  /** A key or finger at the panel, or a page opened there to pair it. */
  | { readonly type: 'touched'; readonly now: Instant }
  | { readonly type: 'timed' }
  | { readonly type: 'tick'; readonly now: Instant }

export type PlayerEffect =
  | { readonly type: 'send'; readonly message: FromDevice }
  /** Sign `PROOF_DOMAIN + "\n" + nonce` and send `prove`. */
  | { readonly type: 'prove'; readonly nonce: string }
  /** Get the programme's bytes, from the store or the server, and answer `programme`. Replaces an earlier `fetch`. */
  | { readonly type: 'fetch'; readonly name: Sha256 }
  /** Get what the programme names and load its fonts; answer `complete`. */
  | { readonly type: 'complete'; readonly name: Sha256; readonly programme: Programme }
  | { readonly type: 'keep-town'; readonly town: TownFacts; readonly screen: ScreenFacts }
  /** In one transaction: this head and its programme are what plays now; no pending head is left behind it. */
  | { readonly type: 'keep-active'; readonly signed: SignedHead; readonly name: Sha256 }
  /**
   * Obeyed at once, written down beside it: a withdrawal never waits for a disk (I7). A power cut before the write is
   * done brings the head before it back, until the first check with the server sends this one again.
   */
  | {
      readonly type: 'keep-pending'
      readonly signed: SignedHead
      readonly withdrawn: readonly ReleaseId[]
    }
  /** The device was paired anew: no head, number or withdrawal of before may play or count. */
  | { readonly type: 'forget' }
  /** Samples of the server's clock. */
  | { readonly type: 'ask-clock' }
  | ({ readonly type: 'clock-answer' } & TimeAnswer)

export type Step = { readonly state: PlayerState; readonly effects: readonly PlayerEffect[] }

/** What the machine may compute with; both are pure. */
export type Tools = {
  /** Ed25519 over the UTF-8 bytes of `text`; key and signature in base64url; malformed ones are false. */
  readonly verify: (key: string, text: string, signature: string) => boolean
  readonly hash: (bytes: Uint8Array) => string
}

/** Withdrawals bind from the moment they are known, also those of a head that cannot start yet (I7). */
export const revokedOf = ({ active, pending, withdrawn }: PlayerState): readonly ReleaseId[] =>
  withdrawn.concat(active ? active.head.revoked : [], pending ? pending.head.revoked : [])

/**
 * The end of the lease; after it only the fallback plays. A shorter lease of a head that has not started yet binds at
 * once, as its withdrawals do.
 */
export const leaseOf = ({ active, pending }: PlayerState): Instant =>
  active ? Math.min(active.head.leaseUntil, pending ? pending.head.leaseUntil : Infinity) : 0

/** A head whose lease is over as it begins: the town lets this device go (docs/decisions/0005-unpaired.md). */
export const isRevocation = ({ head }: VerifiedHead): boolean => head.leaseUntil - head.activateAt <= 1

/** The highest sequence obeyed so far (I3). */
export const sequenceOf = ({ active, pending }: PlayerState): number =>
  Math.max(active ? active.head.sequence : 0, pending ? pending.head.sequence : 0)
