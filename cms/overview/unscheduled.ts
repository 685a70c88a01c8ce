import type { Payload } from 'payload'
import type { ContentId } from '../../src/model/ids.ts'
import { releaseStatus } from '../../src/review/release-status.ts'
import { ports } from '../base/ports.ts'
import { rowsOf, type ApprovalRow, type ReleaseRow, type SubmissionRow } from '../records/rows.ts'
import { instantIn } from '../workflow/states.ts'
import type { readPlays } from './contents.ts'

type Issued = Pick<ReleaseRow, 'id' | 'content' | 'submission' | 'title' | 'releasedAt'>

/** A content that is signed, stands, and is on no screen's schedule. */
export type Unscheduled = { readonly content: string; readonly title: string; readonly since: string }

/** The end of validity in the signed words; none for words that cannot be read here. */
const endIn = (frozen: string): number | null => {
  try {
    const { validUntil } = JSON.parse(frozen) as { readonly validUntil?: unknown }
    return typeof validUntil === 'number' ? validUntil : null
  } catch {
    return null
  }
}

/** What stands and no schedule of today or later shows, oldest first: the operator's turn (DESK-40). */
export const readUnscheduled = async (
  payload: Payload,
  plays: Awaited<ReturnType<typeof readPlays>>,
): Promise<readonly Unscheduled[]> => {
  const rows = await rowsOf<Issued>(payload, 'releases', {
    sort: 'releasedAt',
    only: ['content', 'submission', 'title', 'releasedAt'],
  })
  const withdrawn = await rowsOf<Pick<ApprovalRow, 'id' | 'content' | 'at'>>(payload, 'approvals', {
    where: { decision: { equals: 'withdraw' } },
    only: ['content', 'at'],
  })
  const { standing } = releaseStatus(
    rows.map((row) => ({
      id: String(row.id),
      content: String(row.content?.value),
      releasedAt: instantIn(row.releasedAt),
      row,
    })),
    withdrawn.map(({ content, at }) => ({ content: String(content?.value), at: instantIn(at) })),
  )
  const open = [...standing.values()].filter(({ content }) => !plays.has(content as ContentId))
  if (open.length === 0) return []
  const words = await rowsOf<Pick<SubmissionRow, 'id' | 'frozen'>>(payload, 'submissions', {
    where: { id: { in: open.map(({ row }) => String(row.submission)) } },
    only: ['frozen'],
  })
  const ends = new Map(words.map(({ id, frozen }) => [String(id), endIn(frozen)]))
  const now = ports().now()
  return open
    .filter(({ row }) => (ends.get(String(row.submission)) ?? Infinity) > now)
    .map(({ content, row }) => ({ content, title: row.title, since: row.releasedAt }))
}
