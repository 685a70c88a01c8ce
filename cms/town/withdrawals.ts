import type { Payload, Where } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { ContentId, Instant, ReleaseId } from '../../src/model/ids.ts'
import type { Withdrawal } from '../../src/model/town.ts'
import { releaseStatus, type Withdrawn } from '../../src/review/release-status.ts'
import { approvalHolds } from '../records/decision-seals.ts'
import {
  APPROVAL_FIELDS,
  groupedBy,
  rowsOf,
  type ApprovalRow,
  type ReleaseRow,
  type SubmissionRow,
} from '../records/rows.ts'
import { issuedOf } from './trusted.ts'
import { toldByAudit, type Scope } from '../audit/decisions.ts'

export type Ended = {
  /** Every 撤下 that was told, of any content, in no order. */
  readonly acts: readonly Withdrawn[]
  /**
   * The newest of each content, with the releases it ended. Given the release rows that hold: one that was edited must
   * not name a live release as ended.
   */
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
  const rowsThere = await rowsOf<Pick<SubmissionRow, 'id' | 'digest'>>(payload, 'submissions', {
    where: { id: { in: ids } },
    only: ['digest'],
    ...(req && { req }),
  })
  return new Map(rowsThere.map((row) => [String(row.id), row.digest]))
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
    only: APPROVAL_FIELDS,
    ...(req && { req }),
  })
  const digests = await digestsOf(payload, rows, req)
  const refusals: Refusal[] = []
  const acts: Withdrawn[] = []
  const newest = new Map<string, Instant>()
  const note = (content: string, at: Instant) => {
    acts.push({ content, at })
    newest.set(content, Math.max(newest.get(content) ?? 0, at))
  }
  for (const row of rows) {
    if (approvalHolds(row, digests.get(String(row.submission)) ?? ''))
      note(String(row.content.value), Date.parse(row.at))
    else refusals.push(refusal('APPROVAL_TAMPERED', { hint: row.id }))
  }
  for (const { content, at, row } of told) {
    if (Number.isNaN(at) || (newest.get(content) ?? 0) >= at) continue
    note(content, at)
    refusals.push(refusal('APPROVAL_TAMPERED', { hint: row }))
  }
  return {
    acts,
    refusals,
    withdrawals: (rows) => {
      const { endOf } = releaseStatus([], acts)
      const ended = rows.map(issuedOf).filter((release) => endOf(release) !== null)
      const byContent = groupedBy(ended, ({ content }) => content)
      return [...newest].map(([content, at]) => ({
        content: content as ContentId,
        at,
        releases: (byContent.get(content) ?? []).map(({ id }) => id as ReleaseId),
      }))
    },
  }
}
