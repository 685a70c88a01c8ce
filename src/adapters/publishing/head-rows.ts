import type { Payload } from 'payload'
import {
  appendHead,
  headsNewestFirst,
  lastSequence,
  recentHeads,
  type HeadEntry,
} from '../../../cms/playback/heads.ts'
import { noteTampering } from '../../../cms/audit/tampering.ts'
import { refusal, type Refusal } from '../../errors/refusal.ts'
import type { Instant, ScreenId } from '../../model/ids.ts'
import type { Head, SignedHead } from '../../model/programme.ts'
import { headBody, parseHead } from '../../programme/index.ts'
import type { HeadCause } from '../../model/programme.ts'
import type { HeadRow } from '../../publish/index.ts'
import { HEAD_DOMAIN } from '../../signed/wire.ts'
import type { HeadsKey } from '../disk/keys.ts'

/** Groups and screens of a town are few; far more heads than that are read to find the newest of each. */
const READ_AT_START = 1_000
const CHECKED = 100

export type HeadRows = {
  /** Signs a head and puts it on record; the answer is what screens are told. */
  readonly append: (head: Head, screens: readonly ScreenId[], cause: HeadCause) => Promise<SignedHead>
  readonly atStart: () => Promise<{
    readonly rows: readonly (HeadRow & { readonly signed: SignedHead })[]
    readonly last: number
  }>
  /** The verified head that was active on a screen, or null. */
  readonly activeAt: (screen: ScreenId, at: Instant) => Promise<Head | null>
  /** Rows edited behind the product, each written to the audit once. */
  readonly tampered: () => Promise<readonly Refusal[]>
}

const same = (head: Head, entry: HeadEntry): boolean =>
  head.sequence === entry.sequence &&
  head.group === entry.group &&
  head.programme === entry.programme &&
  head.activateAt === entry.activateAt &&
  head.leaseUntil === entry.leaseUntil

/** The head of a row, or null unless body, signature and the columns beside them say the same (I8). */
const verified = (entry: HeadEntry, key: HeadsKey): Head | null => {
  if (!key.holds(HEAD_DOMAIN, entry.body, entry.signature)) return null
  const head = parseHead(entry.body)
  return 'code' in head || !same(head, entry) ? null : head
}

/**
 * The head of a row if its signed body was active by `at`, or null. Its number and instants are read there and nowhere
 * else: an edited column of them must neither hide a head that was active nor let an older one pass for it (I8).
 */
const signed = (entry: HeadEntry, key: HeadsKey, at: Instant): Head | null => {
  const head = parseHead(entry.body)
  if ('code' in head || head.sequence !== entry.sequence || head.activateAt > at) return null
  return key.holds(HEAD_DOMAIN, entry.body, entry.signature) ? head : null
}

const refused = ({ sequence }: HeadEntry): Refusal => refusal('HEAD_TAMPERED', { hint: String(sequence) })

export const openHeadRows = (payload: Payload, key: HeadsKey): HeadRows => ({
  append: async (head, screens, cause) => {
    const body = headBody(head)
    const signature = key.sign(HEAD_DOMAIN, body)
    const { sequence, group, programme, activateAt, leaseUntil } = head
    const entry = { sequence, group, programme, activateAt, leaseUntil, body, signature, screens, cause }
    await appendHead(payload, entry)
    return { body, signature }
  },
  atStart: async () => {
    const rows: (HeadRow & { readonly signed: SignedHead })[] = []
    for await (const entry of headsNewestFirst(payload)) {
      const head = verified(entry, key)
      const { body, signature, screens } = entry
      if (head) rows.push({ head, screens, signed: { body, signature } })
      if (rows.length >= READ_AT_START) break
    }
    // A number once given out is never given again, even if its row no longer holds (I3).
    return { rows, last: await lastSequence(payload, rows[0]?.head.sequence ?? 0) }
  },
  activeAt: async (screen, at) => {
    for await (const entry of headsNewestFirst(payload, screen)) {
      const head = signed(entry, key, at)
      if (head) return head
    }
    return null
  },
  tampered: async () => {
    const entries = await recentHeads(payload, CHECKED)
    const refusals = entries.filter((entry) => !verified(entry, key)).map(refused)
    await noteTampering(payload, refusals)
    return refusals
  },
})
