/** Whether stored rows are what was written: digests recomputed, seals checked (I8). */
import { canonicalJson } from '../../src/programme/canonical.ts'
import { DOMAINS, sealedText } from '../../src/programme/digest.ts'
import { ports } from '../base/ports.ts'
import { sealHolds } from './seals.ts'
import type { ApprovalRow, SubmissionRow } from './rows.ts'

export const APPROVAL_DOMAIN = 'silver-shield/approval/1'

/**
 * The digest of the stored texts. They were stored as canonical JSON, and a member of a canonical object is itself
 * canonical, so they are joined as they are: no parsing, and any other writing of the same value does not pass.
 */
export const digestOfTexts = (frozen: string, pages: string): string =>
  ports().sha256(sealedText(DOMAINS.submission, `{"frozen":${frozen},"pages":${pages}}`))

export const submissionHolds = (row: Pick<SubmissionRow, 'frozen' | 'pages' | 'digest'>): boolean =>
  digestOfTexts(row.frozen, row.pages) === row.digest

type Said = {
  readonly submission: string
  readonly content: string
  readonly decision: string
  readonly by: string
  readonly at: string
  readonly comment: string
}

/** What a decision's seal stands for: who, when, what, and the digest that was on the table. */
export const approvalBody = (said: Said, digest: string): string => canonicalJson({ ...said, digest })

export const approvalHolds = (row: ApprovalRow, digest: string): boolean =>
  !Number.isNaN(Date.parse(row.at)) &&
  sealHolds(
    APPROVAL_DOMAIN,
    approvalBody(
      {
        submission: String(row.submission),
        content: String(row.content?.value),
        decision: row.decision,
        by: String(row.by),
        at: new Date(row.at).toISOString(),
        comment: row.comment ?? '',
      },
      digest,
    ),
    row.seal ?? '',
  )
