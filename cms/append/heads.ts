import type { Payload } from 'payload'
import type { GroupKey, Instant, ScreenId, Sha256 } from '../../src/model/ids.ts'
import { appendAudit } from '../audit/append.ts'
import { rowsOf } from '../workflow/rows.ts'
import { appendRow } from './append.ts'
import { inTransaction, localRequest } from './transaction.ts'

/** A published head: the exact signed body, and who it was meant for. */
export type HeadEntry = {
  readonly sequence: number
  readonly group: GroupKey
  readonly programme: Sha256
  readonly activateAt: Instant
  readonly leaseUntil: Instant
  readonly body: string
  readonly signature: string
  readonly screens: readonly ScreenId[]
  /** Why it was published, in a word for the list. */
  readonly cause: string
}

const PUBLISHED = 'head.publish'

type Stored = Omit<HeadEntry, 'activateAt' | 'leaseUntil' | 'screens'> & {
  readonly id: string
  readonly activateAt: string
  readonly leaseUntil: string
  readonly screens: string
}

const entryOf = (row: Stored): HeadEntry => ({
  sequence: row.sequence,
  group: row.group,
  programme: row.programme,
  activateAt: Date.parse(row.activateAt),
  leaseUntil: Date.parse(row.leaseUntil),
  body: row.body,
  signature: row.signature,
  screens: JSON.parse(row.screens) as ScreenId[],
  cause: row.cause ?? '',
})

/** Appends a head and its audit row. The unique `sequence` refuses a second one of the same number. */
export const appendHead = async (payload: Payload, head: HeadEntry): Promise<void> => {
  const req = await localRequest(payload)
  await inTransaction(req, async () => {
    await appendRow(req, 'heads', {
      ...head,
      activateAt: new Date(head.activateAt).toISOString(),
      leaseUntil: new Date(head.leaseUntil).toISOString(),
      screens: JSON.stringify(head.screens),
    })
    await appendAudit(req, {
      action: PUBLISHED,
      subject: `heads/${head.sequence}`,
      detail: `${head.group} ${head.programme} ${head.cause}`,
    })
  })
}

/** The last number given out, from heads and from the audit: a head struck from the database frees no number (I3). */
export const lastSequence = async (payload: Payload): Promise<number> => {
  const [head] = await rowsOf<Stored>(payload, 'heads', { sort: '-sequence', limit: 1 })
  const where = { action: { equals: PUBLISHED } }
  const [told] = await rowsOf<{ subject: string }>(payload, 'audit', { where, sort: '-seq', limit: 1 })
  const named = Number(told?.subject.split('/')[1] ?? 0)
  return Math.max(head?.sequence ?? 0, Number.isSafeInteger(named) ? named : 0)
}

/** The newest head of a group, or undefined. Unverified: the caller checks body and signature. */
export const newestHead = async (payload: Payload, group: GroupKey): Promise<HeadEntry | undefined> => {
  const rows = await rowsOf<Stored>(payload, 'heads', {
    where: { group: { equals: group } },
    sort: '-sequence',
    limit: 1,
  })
  return rows.map(entryOf)[0]
}

/** The head that was active on a screen at `at`, or undefined: evidence, never today's schedules. Unverified. */
export const headAt = async (
  payload: Payload,
  screen: ScreenId,
  at: Instant,
): Promise<HeadEntry | undefined> => {
  const rows = await rowsOf<Stored>(payload, 'heads', {
    where: {
      and: [
        { activateAt: { less_than_equal: new Date(at).toISOString() } },
        { screens: { contains: JSON.stringify(screen) } },
      ],
    },
    sort: '-sequence',
    limit: 1,
  })
  return rows.map(entryOf)[0]
}

/** The newest heads of the town, newest first. Unverified: the caller checks body and signature. */
export const recentHeads = async (payload: Payload, limit: number): Promise<readonly HeadEntry[]> =>
  (await rowsOf<Stored>(payload, 'heads', { sort: '-sequence', limit })).map(entryOf)
