import type { Payload, Where } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { ports } from '../base/ports.ts'
import { signatureHolds } from '../records/signatures.ts'
import { turn } from '../base/turn.ts'
import { rowsOf } from '../records/rows.ts'
import { auditBody, firstAuditBody, NO_ROW, type AuditRow } from './append.ts'

/** Rows between two turns of the event loop: some ten milliseconds. */
const PAGE = 100

export type AuditTail = { readonly seq: number; readonly hash: string }

/** Same text in an empty and a missing column: SQLite says null where MongoDB says nothing. */
const plain = (row: AuditRow): AuditRow => ({
  ...row,
  at: new Date(row.at).toISOString(),
  actor: row.actor ?? null,
  actorName: row.actorName ?? '',
  detail: row.detail ?? '',
})

/** Whether the row itself is what was written, wherever it stands in the chain. */
export const auditRowHolds = (stored: AuditRow): boolean => {
  const at = Date.parse(stored.at)
  if (Number.isNaN(at)) return false
  const row = plain(stored)
  const { sha256 } = ports()
  const isHashed = row.hash === sha256(auditBody(row)) || row.hash === sha256(firstAuditBody(row))
  return isHashed && signatureHolds('audit', { hash: row.hash }, row.seal ?? '', at)
}

const holds = (row: AuditRow, before: AuditTail): boolean => {
  return row.seq === before.seq + 1 && row.prev === before.hash && auditRowHolds(row)
}

/**
 * Walks the chain from the first row, or onwards from a tail that was verified before, a part a turn of the event loop.
 * Answers the last good row, and the first break as AUDIT_BROKEN with the number of the row in `hint`. Rows cut off the
 * end are seen by who kept an earlier `tail`.
 */
export const verifyAudit = async (
  payload: Payload,
  from: AuditTail = { seq: 0, hash: NO_ROW },
): Promise<{ readonly tail: AuditTail; readonly broken: Refusal | null }> => {
  let tail = from
  for (;;) {
    const rows = await rowsOf<AuditRow>(payload, 'audit', {
      where: { seq: { greater_than: tail.seq } },
      sort: 'seq',
      limit: PAGE,
    })
    for (const stored of rows) {
      if (!holds(stored, tail))
        return { tail, broken: refusal('AUDIT_BROKEN', { hint: String(tail.seq + 1) }) }
      tail = { seq: stored.seq, hash: stored.hash }
    }
    if (rows.length < PAGE) return { tail, broken: null }
    await turn()
  }
}

/** Whether the row that was the last one then is still there, with the same hash. */
export const tailStands = async (payload: Payload, { seq, hash }: AuditTail): Promise<boolean> => {
  if (seq === 0) return true
  const where: Where = { and: [{ seq: { equals: seq } }, { hash: { equals: hash } }] }
  return (await rowsOf<AuditRow>(payload, 'audit', { where, limit: 1 })).length === 1
}
