import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { ContentId, Sha256, SubmissionId } from '../../src/model/ids.ts'
import type { Issued } from '../../src/review/release-status.ts'
import type { ReleaseRow } from '../records/rows.ts'
import { signatureHolds } from '../records/signatures.ts'
import type { ToldDecision } from '../audit/decisions.ts'

/** Whether the row is what was signed. A time that cannot be read, or a missing link, counts as an edit. */
export const releaseHolds = (row: ReleaseRow): boolean => {
  const releasedAt = Date.parse(row.releasedAt)
  if (Number.isNaN(releasedAt) || !row.content?.value) return false
  const body = {
    content: String(row.content.value) as ContentId,
    digest: row.digest as Sha256,
    releasedAt,
    submission: String(row.submission) as SubmissionId,
  }
  return signatureHolds('release', body, row.signature ?? '', releasedAt)
}

/** What the rule of `src/review` asks of a row whose time was verified. */
export const issuedOf = ({ id, content, releasedAt }: ReleaseRow): Issued => ({
  id: String(id),
  content: String(content.value),
  releasedAt: Date.parse(releasedAt),
})

type Trusted = {
  /** Rows that hold, of any content. */
  readonly rows: readonly ReleaseRow[]
  /** Contents of which a row was edited, forged or taken away, so that nobody can say which release is the newest. */
  readonly tampered: ReadonlySet<string>
  readonly refusals: readonly Refusal[]
}

/**
 * Which release rows may be believed. One bad row makes its whole content doubtful: left out alone, it would let an
 * older release of the content onto the screens again (I8).
 */
export const trustedReleases = (rows: readonly ReleaseRow[], issued: readonly ToldDecision[]): Trusted => {
  const tampered = new Set<string>()
  const refusals: Refusal[] = []
  const explained = new Set<string>()
  const good: ReleaseRow[] = []
  for (const row of rows) {
    if (releaseHolds(row)) {
      good.push(row)
      explained.add(`${String(row.content.value)} ${String(row.submission)}`)
      continue
    }
    if (row.content?.value) tampered.add(String(row.content.value))
    explained.add(`${String(row.content?.value)} ${String(row.submission)}`)
    refusals.push(refusal('RELEASE_TAMPERED', { hint: row.id }))
  }
  for (const told of issued) {
    if (explained.has(`${told.content} ${told.submission}`)) continue
    tampered.add(told.content)
    refusals.push(refusal('RELEASE_TAMPERED', { hint: told.row }))
  }
  return { rows: good, tampered, refusals }
}
