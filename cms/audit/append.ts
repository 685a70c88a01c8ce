import { createLocalReq, type BaseDatabaseAdapter, type PayloadRequest, type Where } from 'payload'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { RECORDS } from '../../src/signed/list.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction } from '../records/transaction.ts'
import { asOnlyWriter } from '../database/single-writer.ts'
import { keptOn } from '../base/kept-on.ts'
import { ports } from '../base/ports.ts'
import { namesIn } from './names.ts'
import { rowsOf } from '../records/rows.ts'

export type AuditEntry = {
  /** Verb, dotted: `create`, `update`, `submission.approve`, `pairing.wrong`. */
  readonly action: string
  /** `collection/id`. */
  readonly subject: string
  readonly detail?: string
  /** Says nothing when the row before names these fields too: a draft saved every second by one person is one row. */
  readonly onceInARow?: boolean
}

export type AuditRow = {
  readonly seq: number
  readonly at: string
  readonly actor: string | null
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly prev: string
  readonly hash: string
  readonly seal?: string | null
}

/** What the first row has for the hash of the row before it. */
export const NO_ROW = '0'.repeat(64)

/** What the hash of a row covers: all of it but the hash and its signature. */
const auditFields = (row: Omit<AuditRow, 'hash' | 'seal'>) => ({
  action: row.action,
  actor: row.actor,
  actorName: row.actorName,
  at: row.at,
  detail: row.detail,
  prev: row.prev,
  seq: row.seq,
  subject: row.subject,
})

export const auditBody = (row: Omit<AuditRow, 'hash' | 'seal'>): string =>
  canonicalJson({ ...auditFields(row), is: RECORDS.audit.domain })

/** As it was hashed while there was one key, without its kind inside. */
export const firstAuditBody = (row: Omit<AuditRow, 'hash' | 'seal'>): string =>
  canonicalJson(auditFields(row))

/**
 * A damaged cell of SQLite may hold text in place of a number, and text sorts above all numbers. The chain goes on
 * from the last row whose number is a number.
 */
const NUMBERED: Where = { seq: { less_than_equal: Number.MAX_SAFE_INTEGER } }

type Req = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

const writerOf = (req: Req) => {
  const user = req.user as { id: string; name?: string | null } | null | undefined
  return { actor: user ? String(user.id) : null, actorName: user?.name ?? '系统' }
}

/**
 * Appends a row to the chain, in the transaction of `req`, so that it is kept or rolled back together with what it
 * tells of. One at a time: the hash of each covers the hash before it, and the seal prevents somebody who only has
 * the database from computing the chain anew (I12).
 */
export const appendAudit = async (given: Req, entry: AuditEntry): Promise<void> => {
  // Alone it gets a transaction of its own, so that reading the last row and writing the next are one.
  if (given.transactionID == null) {
    const own = await createLocalReq(given.user ? { user: given.user } : {}, given.payload)
    return inTransaction(own, () => chain(own, entry))
  }
  return inTurnOf(given.payload.db, await given.transactionID, () => chain(given, entry))
}

/** Payload's bulk update writes its rows side by side in one transaction; their rows in the chain follow one another. */
const inTurnOf = (db: object, transaction: number | string, work: () => Promise<void>): Promise<void> => {
  const turns = keptOn(db, 'audit-turns', () => new Map<number | string, Promise<void>>())
  const mine = (turns.get(transaction) ?? Promise.resolve()).then(work)
  const over = mine
    .catch(() => undefined)
    .then(() => {
      if (turns.get(transaction) === over) turns.delete(transaction)
    })
  turns.set(transaction, over)
  return mine
}

const chain = (req: Req, entry: AuditEntry): Promise<void> =>
  asOnlyWriter(req.payload.db as unknown as BaseDatabaseAdapter)(req, async () => {
    const [last] = await rowsOf<AuditRow>(req.payload, 'audit', {
      where: NUMBERED,
      sort: '-seq',
      limit: 1,
      req,
    })
    const who = writerOf(req)
    const said = { action: entry.action, subject: entry.subject, detail: (entry.detail ?? '').slice(0, 2000) }
    if (
      entry.onceInARow &&
      last &&
      last.actor === who.actor &&
      last.action === said.action &&
      last.subject === said.subject &&
      namesIn(said.detail).every((name) => namesIn(last.detail).includes(name))
    )
      return
    const { now, sha256, sign } = ports()
    const row = {
      seq: (last?.seq ?? 0) + 1,
      at: new Date(now()).toISOString(),
      ...who,
      ...said,
      prev: last?.hash ?? NO_ROW,
    }
    const hash = sha256(auditBody(row))
    await appendRow(req, 'audit', { ...row, hash, seal: sign('audit', { hash }) })
  })
