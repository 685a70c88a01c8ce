/** What is signed on wire 2 and what is named there, each with exactly one spelling (docs/wire-2.md#what-is-signed-and-fits). */
import type { Instant, ScreenId, Sha256 } from '../model/ids.ts'
import { exact, list, orNull, within, type Read } from '../shape/shape.ts'
import {
  ASSIGNMENT_DOMAIN,
  HEAD_2_DOMAIN,
  ROTATION_DOMAIN,
  SUCCESSION_DOMAIN,
  WITHDRAWING_DOMAIN,
  WITHDRAWN_DOMAIN,
} from '../signed/wire.ts'
import {
  bytes,
  cause,
  counted,
  edition,
  generation,
  instant,
  key,
  screenId,
  sequence,
  sha256,
  sixteen,
} from './fields.ts'
import { paper } from './paper.ts'

/** The recovery key's word: since then this is the server's key. */
export type Rotation = {
  readonly k: number
  readonly key: string
  readonly recovery: string
  readonly since: Instant
}

/** A content's short name, the highest edition that is withdrawn, and when that was issued. */
export type Withdrawal = readonly [content: string, edition: number, issuedAt: Instant]

export type Head2 = {
  readonly k: number
  readonly sequence: number
  /** The process that holds the lease, by its short name. */
  readonly signer: string
  readonly index: number
  /** The name of the head before of this signer; of its succession at the first. */
  readonly prev: Sha256
  readonly group: string
  readonly audience: Sha256
  readonly programme: Sha256
  readonly bytes: number
  readonly activateAt: Instant
  readonly leaseUntil: Instant
  readonly cause: string
  readonly withdrawn: {
    /** The length of the set of that root. */
    readonly bytes: number
    readonly count: number
    readonly newest: readonly Withdrawal[]
    readonly root: Sha256
  }
}

export type Assignment = {
  readonly device: string
  readonly group: string
  readonly k: number
  readonly screen: ScreenId
  readonly sequence: number
  readonly since: Instant
}

/** All that is withdrawn in the town under this k. Its name is the root. */
export type WithdrawnSet = {
  readonly entries: readonly Withdrawal[]
  readonly floor: Instant
  readonly k: number
}

/** Withdrawals that a head has no room for, just before it. */
export type Withdrawing = WithdrawnSet & { readonly root: Sha256; readonly sequence: number }

/** A new signer begins: what it found of the last. */
export type Succession = {
  readonly highest: number
  readonly k: number
  /** The name of the head of that number; null where there was none. */
  readonly of: Sha256 | null
  readonly root: Sha256
}

export const WITHDRAWN_MOST = 4_096
/** As many as a message of 4,096 bytes holds. */
export const WITHDRAWING_MOST = 70
/** Beside numbers of thirteen digits six fit always; shorter ones leave room for more. */
export const NEWEST_MOST = 10

const withdrawal: Read<Withdrawal> = (value, path) => {
  const [content, upTo, issuedAt] = list<unknown>((entry) => entry, 3, 3)(value, path)
  sixteen(content, `${path}[0]`)
  edition(upTo, `${path}[1]`)
  instant(issuedAt, `${path}[2]`)
  return value as Withdrawal
}
export const withdrawals = (most: number): Read<readonly Withdrawal[]> => list(withdrawal, 0, most)

/** One entry a content, by content: two ends that know the same have the same bytes. */
const unsorted = ({ entries }: { readonly entries: readonly Withdrawal[] }): string | null => {
  const wrong = entries.findIndex(([content], i) => i > 0 && !(entries[i - 1]![0] < content))
  return wrong < 0 ? null : `entries[${wrong}]`
}

export const ROTATION = paper<Rotation>({
  domain: ROTATION_DOMAIN,
  limit: 256,
  code: 'ROTATION_UNKNOWN',
  members: { k: generation, key, recovery: key, since: instant },
})

export const HEAD_2 = paper<Head2>({
  domain: HEAD_2_DOMAIN,
  limit: 1_024,
  code: 'HEAD_INVALID',
  members: {
    k: generation,
    sequence: counted,
    signer: sixteen,
    index: sequence,
    prev: sha256,
    group: sixteen,
    audience: sha256,
    programme: sha256,
    bytes,
    activateAt: instant,
    leaseUntil: instant,
    cause,
    withdrawn: exact<Head2['withdrawn']>({
      bytes,
      count: within(0, WITHDRAWN_MOST, 'whole number'),
      newest: withdrawals(NEWEST_MOST),
      root: sha256,
    }),
  },
  unsound: ({ activateAt, leaseUntil, withdrawn }) => {
    if (leaseUntil <= activateAt) return 'leaseUntil'
    return withdrawn.newest.length > withdrawn.count ? 'withdrawn.newest' : null
  },
})

export const ASSIGNMENT = paper<Assignment>({
  domain: ASSIGNMENT_DOMAIN,
  limit: 400,
  code: 'ASSIGNMENT_INVALID',
  members: {
    device: key,
    group: sixteen,
    k: generation,
    screen: screenId,
    sequence: counted,
    since: instant,
  },
})

const set = { floor: instant, k: generation }

export const WITHDRAWN = paper<WithdrawnSet>({
  domain: WITHDRAWN_DOMAIN,
  limit: 262_144,
  code: 'WITHDRAWN_INVALID',
  members: { ...set, entries: withdrawals(WITHDRAWN_MOST) },
  // What the floor covers has no entry of its own: both ends drop it, so that both have one root.
  unsound: (value) => {
    const below = value.entries.findIndex(([, , issuedAt]) => issuedAt < value.floor)
    return below < 0 ? unsorted(value) : `entries[${below}]`
  },
})

export const WITHDRAWING = paper<Withdrawing>({
  domain: WITHDRAWING_DOMAIN,
  limit: 3_780,
  code: 'WITHDRAWN_INVALID',
  members: { ...set, entries: withdrawals(WITHDRAWING_MOST), root: sha256, sequence: counted },
  unsound: unsorted,
})

export const SUCCESSION = paper<Succession>({
  domain: SUCCESSION_DOMAIN,
  limit: 320,
  code: 'HEAD_INVALID',
  members: { highest: sequence, k: generation, of: orNull(sha256), root: sha256 },
  unsound: ({ highest, of }) => ((highest === 0) === (of === null) ? null : 'of'),
})

/** The head with as many of the newest withdrawals as fit; the newest first. */
export const fittingHead = (head: Head2, newest: readonly Withdrawal[]): Head2 => {
  for (let count = Math.min(newest.length, NEWEST_MOST); count > 0; count -= 1) {
    const full = { ...head, withdrawn: { ...head.withdrawn, newest: newest.slice(0, count) } }
    if (HEAD_2.fits(full)) return full
  }
  return { ...head, withdrawn: { ...head.withdrawn, newest: [] } }
}
