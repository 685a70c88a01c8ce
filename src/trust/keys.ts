import { isRefusal } from '../errors/is-refusal.ts'
import type { Sha256 } from '../model/ids.ts'
import { signedText } from '../signed/wire.ts'
import type { Challenge } from '../wire/handshake.ts'
import { nameOf } from '../wire/names.ts'
import { ROTATION, type Rotation } from '../wire/papers.ts'
import type { Secrets, Verify } from '../wire/secrets.ts'

/** A recovery key, and the record by which a key of the server is believed. */
export type Town = {
  readonly recovery: string
  readonly k: number
  readonly key: string
  /** The name of the record. */
  readonly record: Sha256
}

/** `code`: its fingerprint stood on the panel and was compared. `wire`: a key that was pinned before vouched for it. */
export type Learned = 'code' | 'wire'

/**
 * What a device holds: nothing, the server's key of a town of before there were recovery keys, or a recovery key with the
 * lowest record it still speaks under.
 */
export type Pinned =
  | { readonly type: 'none' }
  | { readonly type: 'former'; readonly key: string }
  | ({ readonly type: 'town'; readonly learned: Learned } & Town)

/**
 * A town that a challenge may speak for. `pinned`: the record it holds. `raised`: one above it. `wire`: vouched for by the
 * key of before. `new`: taken for this line alone, until a code of it is welcomed.
 */
export type Offer = { readonly town: Town; readonly known: 'pinned' | 'raised' | 'wire' | 'new' }
export type KeyFault = 'ROTATION_UNKNOWN' | 'ROTATION_FORKED'

type Record = Challenge['records'][number]
type Read = { readonly record: Record; readonly rotation: Rotation }
export type Judging = { readonly verify: Verify; readonly secrets: Secrets }

const readAll = (records: readonly Record[], verify: Verify): readonly Read[] | null => {
  const read: Read[] = []
  for (const record of records) {
    const rotation = ROTATION.read(record.body)
    if (isRefusal(rotation)) return null
    const [first] = read
    const before = read[read.length - 1]
    if (first && rotation.recovery !== first.rotation.recovery) return null
    if (before && rotation.k <= before.rotation.k) return null
    if (!verify(rotation.recovery, signedText(ROTATION.domain, record.body), record.signature)) return null
    read.push({ record, rotation })
  }
  return read.length > 0 ? read : null
}

/** Did the key of before sign the first record of this recovery key too? */
const vouched = (key: string, read: readonly Read[], verify: Verify): boolean =>
  read.some(
    ({ record, rotation }) =>
      rotation.k === 1 &&
      rotation.key === key &&
      record.own !== undefined &&
      verify(key, signedText(ROTATION.domain, record.body), record.own),
  )

/** Of the town it holds: never a record below, nor another of the same number, whoever asks. */
const ofTheSame = (pinned: Town, town: Town): Offer | KeyFault => {
  if (town.k < pinned.k) return 'ROTATION_UNKNOWN'
  if (town.k > pinned.k) return { town, known: 'raised' }
  return town.record === pinned.record ? { town, known: 'pinned' } : 'ROTATION_FORKED'
}

/**
 * Which key a device takes from a challenge (TRU-1). `asked`: a hand at the box asked for a code, so that another town's is
 * taken as if nothing were pinned. Of one's own town not even then is a lower record taken: the fingerprint is over the recovery
 * key, so whoever holds a key that was given up would agree with it.
 */
export const judgeRecords = (
  pinned: Pinned,
  records: readonly Record[],
  asked: boolean,
  { verify, secrets }: Judging,
): Offer | KeyFault => {
  const read = readAll(records, verify)
  if (!read) return 'ROTATION_UNKNOWN'
  const { record, rotation } = read[read.length - 1]!
  const { recovery, k, key } = rotation
  const town: Town = { recovery, k, key, record: nameOf(record.body, secrets) }
  if (pinned.type === 'town' && pinned.recovery === recovery) return ofTheSame(pinned, town)
  if (pinned.type === 'former' && vouched(pinned.key, read, verify)) return { town, known: 'wire' }
  return pinned.type === 'none' || asked ? { town, known: 'new' } : 'ROTATION_UNKNOWN'
}

/** A record above the one held is the lowest from now on; nothing else changes (TRU-2). */
export const raised = (pinned: Pinned, { town, known }: Offer): Pinned =>
  pinned.type === 'town' && known === 'raised' ? { ...pinned, ...town } : pinned

/** What is pinned by a welcome. `drawn`: under a code that stood on the panel, so that somebody could compare. */
export const pinnedBy = (pinned: Pinned, { town, known }: Offer, drawn: boolean): Pinned => {
  const learned: Learned = drawn
    ? 'code'
    : pinned.type === 'town' && known !== 'new'
      ? pinned.learned
      : 'wire'
  return { type: 'town', learned, ...town }
}
