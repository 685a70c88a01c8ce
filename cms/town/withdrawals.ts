import type { Payload, Where } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { ContentId, Instant, ReleaseId } from '../../src/model/ids.ts'
import type { Withdrawal } from '../../src/model/town.ts'
import { approvalHolds } from '../records/decision-seals.ts'
import { rowsOf, type ApprovalRow, type ReleaseRow, type SubmissionRow } from '../records/rows.ts'
import { toldByAudit, type Scope } from '../audit/decisions.ts'

export type Ended = {
  /** Instant of the newest withdrawal of each content. */
  readonly byContent: ReadonlyMap<string, Instant>
  /** Instant of the first withdrawal of `content` at or after `from`: what ended a release of then. */
  readonly firstAfter: (content: string, from: Instant) => Instant | null
  /** Given the release rows that hold: one that was edited must not name a live release as ended. */
  readonly withdrawals: (releases: readonly ReleaseRow[]) => readonly Withdrawal[]
  readonly refusals: readonly Refusal[]
}

const digestsOf = async (
  payload: Payload,
  rows: readonly ApprovalRow[],
  req: Scope['req'],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(rows.map((row) => String(row.submission)))]
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.find<Pick<SubmissionRow, 'id' | 'digest'>>({
    collection: 'submissions',
    where: { id: { in: ids } },
    select: { digest: true },
    pagination: false,
    limit: 0,
    ...(req && { req }),
  })
  return new Map(docs.map((row) => [String(row.id), row.digest]))
}

/**
 * Withdrawals whose seal holds; a forged one must not take content off a screen either. One that only the audit still
 * tells of was taken away behind the product: it stands, and is reported (I7).
 */
export const readWithdrawals = async (payload: Payload, scope: Scope = {}): Promise<Ended> => {
  const { contents, req } = scope
  // The audit first: what is withdrawn between the two readings must not look like a row that was taken away (CMS-91).
  const told = await toldByAudit(payload, 'submission.withdraw', scope)
  const ended: Where = { decision: { equals: 'withdraw' } }
  const rows = await rowsOf<ApprovalRow>(payload, 'approvals', {
    where: contents ? { and: [ended, { 'content.value': { in: contents } }] } : ended,
    ...(req && { req }),
  })
  const digests = await digestsOf(payload, rows, req)
  const refusals: Refusal[] = []
  const byContent = new Map<string, Instant>()
  const all = new Map<string, Instant[]>()
  const note = (content: string, at: Instant) => {
    byContent.set(content, Math.max(byContent.get(content) ?? 0, at))
    all.set(content, [...(all.get(content) ?? []), at])
  }
  for (const row of rows) {
    if (approvalHolds(row, digests.get(String(row.submission)) ?? ''))
      note(String(row.content.value), Date.parse(row.at))
    else refusals.push(refusal('APPROVAL_TAMPERED', { hint: row.id }))
  }
  for (const { content, at, row } of told) {
    if (Number.isNaN(at) || (byContent.get(content) ?? 0) >= at) continue
    note(content, at)
    refusals.push(refusal('APPROVAL_TAMPERED', { hint: row }))
  }
  return {
    byContent,
    firstAfter: (content, from) => {
      const later = (all.get(content) ?? []).filter((at) => at >= from)
      return later.length > 0 ? Math.min(...later) : null
    },
    refusals,
    withdrawals: (releases) =>
      [...byContent].map(([content, at]) => ({
        content: content as ContentId,
        at,
        releases: releases
          .filter((row) => String(row.content.value) === content && Date.parse(row.releasedAt) <= at)
          .map((row) => row.id as ReleaseId),
      })),
  }
}
