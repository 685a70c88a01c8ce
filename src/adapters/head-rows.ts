import type { Payload } from 'payload'
import { appendHead, headAt, lastSequence, recentHeads, type HeadEntry } from '../../cms/append/heads.ts'
import { noteTampering } from '../../cms/town/tampering.ts'
import { refusal, type Refusal } from '../errors/refusal.ts'
import type { Instant, ScreenId } from '../model/ids.ts'
import type { Head, SignedHead } from '../model/programme.ts'
import { DOMAINS, headBody, parseHead } from '../programme/index.ts'
import type { HeadCause, HeadRow } from '../publish/index.ts'
import type { TownKey } from './keys.ts'

/** Groups and screens of a town are few; far more heads than that are read to find the newest of each. */
const READ_AT_START = 1_000
const CHECKED = 100

export type HeadRows = {
  /** Signs and appends; what it answers is what screens are told. */
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
const verified = (entry: HeadEntry, key: TownKey): Head | null => {
  if (!key.sealed(DOMAINS.head, entry.body, entry.signature)) return null
  const head = parseHead(entry.body)
  return 'code' in head || !same(head, entry) ? null : head
}

const refused = ({ sequence }: HeadEntry): Refusal => refusal('HEAD_TAMPERED', { hint: String(sequence) })

export const openHeadRows = (payload: Payload, key: TownKey): HeadRows => ({
  append: async (head, screens, cause) => {
    const body = headBody(head)
    const signature = key.seal(DOMAINS.head, body)
    const { sequence, group, programme, activateAt, leaseUntil } = head
    const entry = { sequence, group, programme, activateAt, leaseUntil, body, signature, screens, cause }
    await appendHead(payload, entry)
    return { body, signature }
  },
  atStart: async () => {
    const entries = await recentHeads(payload, READ_AT_START)
    const rows = entries.flatMap((entry) => {
      const head = verified(entry, key)
      const { body, signature, screens } = entry
      return head ? [{ head, screens, signed: { body, signature } }] : []
    })
    // A number once given out is never given again, even if its row no longer holds (I3).
    return { rows, last: await lastSequence(payload) }
  },
  activeAt: async (screen, at) => {
    const entry = await headAt(payload, screen, at)
    return entry ? verified(entry, key) : null
  },
  tampered: async () => {
    const entries = await recentHeads(payload, CHECKED)
    const refusals = entries.filter((entry) => !verified(entry, key)).map(refused)
    await noteTampering(payload, refusals)
    return refusals
  },
})
