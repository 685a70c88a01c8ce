/** Whether stored rows are what was written: digests recomputed, seals checked (I8). */
import { DIGESTED, digestedText } from '../../src/programme/digest.ts'
import { ports } from '../base/ports.ts'
import { signatureHolds } from './signatures.ts'
import type { ApprovalRow, SubmissionRow } from './rows.ts'

/**
 * The digest of the stored texts. They were stored as canonical JSON, and a member of a canonical object is itself
 * canonical, so they are joined as they are: no parsing, and any other writing of the same value does not pass.
 */
export const digestOfTexts = (frozen: string, pages: string): string =>
  ports().sha256(digestedText(DIGESTED.submission, `{"frozen":${frozen},"pages":${pages}}`))

export const submissionHolds = (row: Pick<SubmissionRow, 'frozen' | 'pages' | 'digest'>): boolean =>
  digestOfTexts(row.frozen, row.pages) === row.digest

/** Whether a decision is what was said: who, when, what, and the digest that was on the table. */
export const approvalHolds = (row: ApprovalRow, digest: string): boolean => {
  const at = Date.parse(row.at)
  if (Number.isNaN(at)) return false
  const said = {
    submission: String(row.submission),
    content: String(row.content?.value),
    decision: row.decision,
    by: String(row.by),
    at: new Date(at).toISOString(),
    comment: row.comment ?? '',
    digest,
    ...(row.confirmed && { confirmed: row.confirmed }),
    pins: row.pins || null,
    to: row.to ? String(row.to) : null,
  }
  return signatureHolds('approval', said, row.seal ?? '', at)
}
