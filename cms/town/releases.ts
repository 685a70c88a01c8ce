import type { Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { ContentId, ReleaseId } from '../../src/model/ids.ts'
import type { TownRelease, Withdrawal } from '../../src/model/town.ts'
import { releaseStatus, type Withdrawn } from '../../src/review/release-status.ts'
import { submissionHolds } from '../records/decision-seals.ts'
import type { Assets } from '../grids/paginate.ts'
import { RELEASE_FIELDS, rowsOf, type ReleaseRow, type SubmissionRow } from '../records/rows.ts'
import { derivedPages } from './derived.ts'
import { keepParsed, parsedOf } from './frozen.ts'
import { toldByAudit } from '../audit/decisions.ts'
import { issuedOf, trustedReleases } from './trusted.ts'
import { readWithdrawals } from './withdrawals.ts'

type Reading = {
  /** Rows that hold, in use or not. */
  readonly rows: readonly ReleaseRow[]
  readonly releases: readonly TownRelease[]
  readonly assets: Assets
  readonly refusals: readonly Refusal[]
}

/** Whether the submission of a release that holds is the one that was signed. */
export const isSigned = (
  row: ReleaseRow,
  submission: SubmissionRow | undefined,
): submission is SubmissionRow =>
  submission !== undefined && submission.digest === row.digest && submissionHolds(submission)

/** The row of each content that stands. */
const inForce = (rows: readonly ReleaseRow[], ended: readonly Withdrawn[]): readonly ReleaseRow[] =>
  [
    ...releaseStatus(
      rows.map((row) => ({ ...issuedOf(row), row })),
      ended,
    ).standing.values(),
  ].map(({ row }) => row)

const submissionsOf = async (payload: Payload, rows: readonly ReleaseRow[]) => {
  const ids = rows.map((row) => String(row.submission))
  const found =
    ids.length > 0 ? await rowsOf<SubmissionRow>(payload, 'submissions', { where: { id: { in: ids } } }) : []
  return new Map(found.map((row) => [String(row.id), row]))
}

/** The audit first: what is issued between the two readings must not look like a row that was taken away (CMS-91). */
const verifiedRows = async (payload: Payload) => {
  const issued = await toldByAudit(payload, 'submission.issue')
  const query = { sort: 'releasedAt', only: RELEASE_FIELDS } as const
  return trustedReleases(await rowsOf<ReleaseRow>(payload, 'releases', query), issued)
}

/** What was withdrawn, from the rows that say so and nothing else: no other row may keep it on a screen (PUB-9). */
export const loadWithdrawals = async (payload: Payload): Promise<readonly Withdrawal[]> =>
  (await readWithdrawals(payload)).withdrawals((await verifiedRows(payload)).rows)

/**
 * The releases on air, and every row that holds. All rows are verified before any is chosen: a content of which one
 * does not hold is left out whole and told, never shown by an older release of it (I8).
 */
export const readReleases = async (payload: Payload, ended: readonly Withdrawn[]): Promise<Reading> => {
  const { rows, tampered, refusals } = await verifiedRows(payload)
  const wanted = inForce(rows, ended).filter((row) => !tampered.has(String(row.content.value)))
  const submissions = await submissionsOf(payload, wanted)
  const derived = await derivedPages(
    payload,
    new Map(wanted.map((row) => [String(row.submission), row.digest])),
  )
  const found: Refusal[] = [...refusals, ...derived.refusals]
  const releases: TownRelease[] = []
  const assets: Record<string, Assets[string]> = {}
  for (const row of wanted) {
    const submission = submissions.get(String(row.submission))
    const kept = isSigned(row, submission)
      ? parsedOf(submission)
      : refusal('SUBMISSION_TAMPERED', { hint: String(row.submission) })
    if ('code' in kept) {
      found.push(kept)
      continue
    }
    const later = derived.bySubmission.get(String(row.submission))
    Object.assign(assets, later?.assets, kept.assets)
    releases.push({
      id: row.id as ReleaseId,
      content: String(row.content.value) as ContentId,
      releasedAt: Date.parse(row.releasedAt),
      frozen: kept.frozen,
      // What was approved comes last: a derived page never takes the place of an approved one (CMS-17).
      pages: later ? { ...later.pages, ...kept.pages } : kept.pages,
    })
  }
  keepParsed([...submissions.values()])
  return { rows, releases, assets, refusals: found }
}
