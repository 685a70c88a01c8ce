import type { Payload, Where } from 'payload'
import type { GroupKey, Instant, ScreenId, Sha256 } from '../../src/model/ids.ts'
import { appendAudit, type AuditRow } from '../audit/append.ts'
import { auditRowHolds } from '../audit/verify.ts'
import { rowsOf } from '../records/rows.ts'
import { appendRow } from '../records/append.ts'
import { inFirstTransaction, localRequest } from '../records/transaction.ts'

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
/**
 * A damaged cell of SQLite may hold text in place of a number, and text sorts above all numbers. Such a row is not
 * taken for a head, and is told as unreadable (I17).
 */
const SAFE = { less_than_equal: Number.MAX_SAFE_INTEGER }

type Stored = Omit<HeadEntry, 'activateAt' | 'leaseUntil' | 'screens'> & {
  readonly id: string
  readonly activateAt: string
  readonly leaseUntil: string
  readonly screens: string
}

/**
 * The list of screens is not part of the signed body: a value that was edited into something else than a list names
 * no screen.
 */
const screensIn = (text: string): readonly ScreenId[] => {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter((id): id is ScreenId => typeof id === 'string') : []
  } catch {
    return []
  }
}

const entryOf = (row: Stored): HeadEntry => ({
  sequence: row.sequence,
  group: row.group,
  programme: row.programme,
  activateAt: Date.parse(row.activateAt),
  leaseUntil: Date.parse(row.leaseUntil),
  body: row.body,
  signature: row.signature,
  screens: screensIn(row.screens),
  cause: row.cause ?? '',
})

/** Appends a head and its audit row. The unique `sequence` refuses a second one of the same number. */
export const appendHead = async (payload: Payload, head: HeadEntry): Promise<void> => {
  const req = await localRequest(payload)
  await inFirstTransaction(req, async () => {
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

/**
 * How far above the highest verified number a row may claim to be and still count (CMS-72). An edited row can so use
 * up ten thousand numbers of the town, but not millions.
 */
const REACH = 10_000
const TOLD = 100

/**
 * The last number given out, from heads and from the audit: a head struck from the database frees no number (I3).
 * `verified` is the highest number of a head whose signature held; audit rows hold by their own seals. Rows that do not
 * hold count too, for they may be edited ones of the town, but not beyond 10,000 more.
 */
export const lastSequence = async (payload: Payload, verified: number): Promise<number> => {
  const where: Where = { and: [{ action: { equals: PUBLISHED } }, { seq: SAFE }] }
  const rows = await rowsOf<AuditRow>(payload, 'audit', { where, sort: '-seq', limit: TOLD })
  const told = rows.map((row) => ({ number: Number(row.subject.split('/')[1]), holds: auditRowHolds(row) }))
  const sure = Math.max(verified, ...told.filter(({ holds }) => holds).map(({ number }) => number))
  const reach = sure + REACH
  const [head] = await rowsOf<Stored>(payload, 'heads', {
    where: { sequence: { less_than_equal: reach } },
    sort: '-sequence',
    limit: 1,
  })
  const doubtful = [head?.sequence ?? 0, ...told.map(({ number }) => number)]
  return Math.max(sure, ...doubtful.filter((number) => Number.isSafeInteger(number) && number <= reach))
}

const PAGE = 100

/**
 * Heads of the town, or those that name `screen`, newest first, a page at a time. Unverified: the caller checks body
 * and signature, and reads on past what does not hold.
 */
export async function* headsNewestFirst(payload: Payload, screen?: ScreenId): AsyncGenerator<HeadEntry> {
  const named: Where[] = screen ? [{ screens: { contains: JSON.stringify(screen) } }] : []
  let below: Where[] = [{ sequence: SAFE }]
  for (;;) {
    const and = [...named, ...below]
    const rows = await rowsOf<Stored>(payload, 'heads', {
      where: { and },
      sort: '-sequence',
      limit: PAGE,
    })
    yield* rows.map(entryOf)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    below = [{ sequence: { less_than: last.sequence } }]
  }
}

/** The newest heads of the town, newest first. Unverified: the caller checks body and signature. */
export const recentHeads = async (payload: Payload, limit: number): Promise<readonly HeadEntry[]> =>
  (await rowsOf<Stored>(payload, 'heads', { where: { sequence: SAFE }, sort: '-sequence', limit })).map(
    entryOf,
  )
