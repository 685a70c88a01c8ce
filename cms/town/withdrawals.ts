import type { Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { ContentId, Instant, ReleaseId } from '../../src/model/ids.ts'
import type { Withdrawal } from '../../src/model/town.ts'
import { approvalHolds } from '../workflow/evidence.ts'
import { rowsOf, type ApprovalRow, type ReleaseRow, type SubmissionRow } from '../workflow/rows.ts'

export type Ended = {
  /** Instant of the newest withdrawal of each content. */
  readonly byContent: ReadonlyMap<string, Instant>
  readonly withdrawals: (releases: readonly ReleaseRow[]) => readonly Withdrawal[]
  readonly refusals: readonly Refusal[]
}

const digestsOf = async (
  payload: Payload,
  rows: readonly ApprovalRow[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(rows.map((row) => String(row.submission)))]
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.find<Pick<SubmissionRow, 'id' | 'digest'>>({
    collection: 'submissions',
    where: { id: { in: ids } },
    select: { digest: true },
    pagination: false,
    limit: 0,
  })
  return new Map(docs.map((row) => [String(row.id), row.digest]))
}

/** Withdrawals whose seal holds; a forged one must not take content off a screen either. */
export const readWithdrawals = async (payload: Payload): Promise<Ended> => {
  const rows = await rowsOf<ApprovalRow>(payload, 'approvals', {
    where: { decision: { equals: 'withdraw' } },
  })
  const digests = await digestsOf(payload, rows)
  const refusals: Refusal[] = []
  const byContent = new Map<string, Instant>()
  for (const row of rows) {
    if (!approvalHolds(row, digests.get(String(row.submission)) ?? '')) {
      refusals.push(refusal('APPROVAL_TAMPERED', { hint: row.id }))
      continue
    }
    const content = String(row.content.value)
    byContent.set(content, Math.max(byContent.get(content) ?? 0, Date.parse(row.at)))
  }
  return {
    byContent,
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
