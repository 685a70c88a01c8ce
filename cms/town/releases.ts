import type { Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import type { ContentId, Instant, ReleaseId, Sha256, SubmissionId } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { TownRelease } from '../../src/model/town.ts'
import { DOMAINS, releaseBody } from '../../src/programme/digest.ts'
import { submissionHolds } from '../workflow/evidence.ts'
import type { Assets } from '../workflow/paginate.ts'
import { rowsOf, type ReleaseRow, type SubmissionRow } from '../workflow/rows.ts'
import { derivedPages } from './derived.ts'
import { sealHolds } from './seals.ts'

type Parsed = {
  readonly frozen: FrozenContent
  readonly pages: TownRelease['pages']
  readonly assets: Assets
}
type Reading = {
  readonly rows: readonly ReleaseRow[]
  readonly releases: readonly TownRelease[]
  readonly assets: Assets
  readonly refusals: readonly Refusal[]
}

/** Parsed texts by digest: equal digest is equal text, so nothing here can go stale. Bounded by what is in use. */
const parsed = new Map<string, Parsed>()

const parse = (row: SubmissionRow): Parsed => {
  const found = parsed.get(row.digest)
  if (found) return found
  const made: Parsed = {
    frozen: JSON.parse(row.frozen) as FrozenContent,
    pages: JSON.parse(row.pages) as Record<string, Page[]>,
    assets: JSON.parse(row.assets) as Assets,
  }
  parsed.set(row.digest, made)
  return made
}

const signatureHolds = (row: ReleaseRow): boolean =>
  sealHolds(
    DOMAINS.release,
    releaseBody({
      content: String(row.content.value) as ContentId,
      digest: row.digest as Sha256,
      releasedAt: Date.parse(row.releasedAt),
      submission: String(row.submission) as SubmissionId,
    }),
    row.signature,
  )

/** The fault of a release, or null: its own signature, its submission's digest, and that the two belong together. */
const faultOf = (row: ReleaseRow, submission: SubmissionRow | undefined): Refusal | null => {
  if (!signatureHolds(row)) return refusal('RELEASE_TAMPERED', { hint: row.id })
  if (!submission || !submissionHolds(submission) || submission.digest !== row.digest)
    return refusal('SUBMISSION_TAMPERED', { hint: String(row.submission) })
  return null
}

/** The newest release of each content that no later withdrawal ended. */
const inUse = (rows: readonly ReleaseRow[], ended: ReadonlyMap<string, Instant>): readonly ReleaseRow[] => {
  const newest = new Map<string, ReleaseRow>()
  for (const row of rows) {
    const content = String(row.content.value)
    const known = newest.get(content)
    if (!known || known.releasedAt < row.releasedAt) newest.set(content, row)
  }
  return [...newest.values()].filter(
    (row) => (ended.get(String(row.content.value)) ?? Number.NEGATIVE_INFINITY) < Date.parse(row.releasedAt),
  )
}

const submissionsOf = async (payload: Payload, rows: readonly ReleaseRow[]) => {
  const ids = rows.map((row) => String(row.submission))
  const found =
    ids.length > 0 ? await rowsOf<SubmissionRow>(payload, 'submissions', { where: { id: { in: ids } } }) : []
  return new Map(found.map((row) => [String(row.id), row]))
}

export const readReleases = async (
  payload: Payload,
  ended: ReadonlyMap<string, Instant>,
): Promise<Reading> => {
  const rows = await rowsOf<ReleaseRow>(payload, 'releases', { sort: 'releasedAt' })
  const wanted = inUse(rows, ended)
  const submissions = await submissionsOf(payload, wanted)
  const derived = await derivedPages(
    payload,
    wanted.map((row) => String(row.submission)),
  )
  const refusals: Refusal[] = [...derived.refusals]
  const releases: TownRelease[] = []
  const assets: Record<string, Assets[string]> = {}
  const digests = new Set<string>()
  for (const row of wanted) {
    const submission = submissions.get(String(row.submission))
    const fault = faultOf(row, submission)
    if (fault || !submission) {
      if (fault) refusals.push(fault)
      continue
    }
    const kept = parse(submission)
    digests.add(submission.digest)
    const later = derived.bySubmission.get(submission.id)
    Object.assign(assets, later?.assets, kept.assets)
    releases.push({
      id: row.id as ReleaseId,
      content: String(row.content.value) as ContentId,
      releasedAt: Date.parse(row.releasedAt),
      frozen: kept.frozen,
      // What was approved comes last: a derived page never takes the place of an approved one (design 5.3).
      pages: later ? { ...later.pages, ...kept.pages } : kept.pages,
    })
  }
  for (const digest of parsed.keys()) if (!digests.has(digest)) parsed.delete(digest)
  return { rows, releases, assets, refusals }
}
