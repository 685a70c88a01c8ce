/** States as the lists and pages of the desk tell them: from the rows, by the one rule of `src/review`. */
import type { FrozenContent } from '../../src/model/content.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { DecisionRow, SubmissionState } from '../../src/model/people.ts'
import { stateOf, type ReviewHistory } from '../../src/review/policy.ts'
import { releaseStatus, type Issued, type ReleaseStatus } from '../../src/review/release-status.ts'
import {
  groupedBy,
  rowsOf,
  type ApprovalRow,
  type Reader,
  type ReleaseRow,
  type SubmissionRow,
} from '../records/rows.ts'

/** The instant of a stored time; of one that cannot be read, long ago. */
export const instantIn = (stored: string | null | undefined): Instant => Date.parse(stored ?? '') || 0

type Asked = Pick<SubmissionRow, 'kind' | 'risk'>
type Sent = Asked & Pick<SubmissionRow, 'authors' | 'submittedBy'>

/** What decides which policy is asked of it. */
export const subjectOf = ({ kind, risk }: Asked) => ({ kind, ...(risk && { risk }) })
type Decided = Pick<ApprovalRow, 'decision' | 'by' | 'to'>

/** What the policy asks of a submission and what was decided on it, oldest first, as they are stored. */
export const reviewHistory = (sent: Sent, decided: readonly Decided[]): ReviewHistory => ({
  ...subjectOf(sent),
  authors: [...new Set([...(sent.authors ?? []), sent.submittedBy].map(String))],
  rows: decided.map(({ decision, by, to }) => ({ decision, by: String(by), to: to ? String(to) : null })),
})

/** The same by its frozen words, which are sealed: a column that somebody edits asks nobody less (CMS-11). */
export const sealedHistory = (
  sent: Sent & Pick<SubmissionRow, 'frozen'>,
  decided: readonly Decided[],
): ReviewHistory => {
  const { body, risk } = JSON.parse(sent.frozen) as FrozenContent
  return reviewHistory({ ...sent, kind: body.kind, risk: risk ?? null }, decided)
}

type Stored = Pick<ReleaseRow, 'id' | 'content' | 'submission' | 'releasedAt'>

export type IssuedRow = Issued & { readonly submission: string }

const issuedIn = ({ id, content, submission, releasedAt }: Stored): IssuedRow => ({
  id: String(id),
  content: String(content?.value),
  submission: String(submission),
  releasedAt: instantIn(releasedAt),
})

/** All that was ever decided on some contents and issued of them. */
export type History = {
  readonly approvals: readonly ApprovalRow[]
  readonly releases: readonly IssuedRow[]
  readonly status: ReleaseStatus<IssuedRow>
}

/** Two queries, however many contents. Approvals come oldest first. */
export const readHistory = async (req: Reader, contents: readonly string[]): Promise<History> => {
  const where = { 'content.value': { in: [...new Set(contents)] } }
  const approvals = await rowsOf<ApprovalRow>(req.payload, 'approvals', {
    where,
    sort: 'at',
    only: ['submission', 'content', 'decision', 'by', 'at', 'comment', 'pins', 'to'],
    req,
  })
  const rows = await rowsOf<Stored>(req.payload, 'releases', {
    where,
    only: ['content', 'submission', 'releasedAt'],
    req,
  })
  const releases = rows.map(issuedIn)
  const withdrawals = approvals
    .filter(({ decision }) => decision === 'withdraw')
    .map(({ content, at }) => ({ content: String(content?.value), at: instantIn(at) }))
  return { approvals, releases, status: releaseStatus(releases, withdrawals) }
}

/** The state of each submission of a history. */
export const statesIn = ({
  approvals,
  releases,
  status,
}: History): ((submission: Asked & Pick<SubmissionRow, 'id'>) => SubmissionState) => {
  const decisions = groupedBy<DecisionRow & { readonly submission: string }>(approvals, ({ submission }) =>
    String(submission),
  )
  const released = new Map(releases.map((release) => [release.submission, release]))
  return (submission) => {
    const id = String(submission.id)
    const release = released.get(id)
    const rows = decisions.get(id) ?? []
    return stateOf({ ...subjectOf(submission), rows }, release && status.stateOf(release))
  }
}
