import type { Payload, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import { chineseDate } from '../../src/poster/order-faults.ts'
import { releaseStatus, type ReleaseEnd } from '../../src/review/release-status.ts'
import { noteTampering } from '../audit/tampering.ts'
import { toldByAudit, type Scope } from '../audit/decisions.ts'
import { issuedOf, trustedReleases } from './trusted.ts'
import { readWithdrawals } from './withdrawals.ts'
import { RELEASE_FIELDS, rowsOf, type ReleaseRow } from '../records/rows.ts'

/** Why a printed sheet no longer tells the truth, and since when. */
export type Ending = ReleaseEnd | { readonly why: 'expired'; readonly since: Instant }

export type VerifiedReleases = {
  /** Rows whose signature holds, oldest first, of contents of which every row holds. */
  readonly rows: readonly ReleaseRow[]
  /** Contents of which a row was edited, forged or taken away: none of their sheets can be vouched for (I8). */
  readonly tampered: ReadonlySet<string>
  /** Which release of its content it is, from 1. */
  readonly editionOf: (row: ReleaseRow) => number
  /** A withdrawal weighs more than a newer release: what it ended was wrong, not merely old. */
  readonly endingOf: (row: ReleaseRow) => Ending | null
}

/** Releases verified as the publisher does it, with what ended them: of the whole town, or of some contents (I8). */
export const readVerifiedReleases = async (
  payload: Payload,
  scope: Scope = {},
): Promise<VerifiedReleases> => {
  const where: Where | undefined = scope.contents ? { 'content.value': { in: scope.contents } } : undefined
  const ended = await readWithdrawals(payload, scope)
  // The audit before the rows, as the publisher reads them (CMS-91).
  const issued = await toldByAudit(payload, 'submission.issue', scope)
  const stored = await rowsOf<ReleaseRow>(payload, 'releases', {
    sort: 'releasedAt',
    only: RELEASE_FIELDS,
    ...(where && { where }),
    ...(scope.req && { req: scope.req }),
  })
  const { rows, tampered, refusals } = trustedReleases(stored, issued)
  // Its row in the audit would wait for the turn that an open transaction holds.
  if (!scope.req) await noteTampering(payload, [...ended.refusals, ...refusals])
  const status = releaseStatus(rows.map(issuedOf), ended.acts)
  return {
    rows: rows.filter(({ content }) => !tampered.has(String(content.value))),
    tampered,
    editionOf: (row) => status.editionOf(issuedOf(row)),
    endingOf: (row) => status.endOf(issuedOf(row)),
  }
}

/** With the end of validity beside it; the strongest ending first. */
export const endingNow = (ending: Ending | null, validUntil: Instant | null, now: Instant): Ending | null => {
  if (ending) return ending
  return validUntil !== null && validUntil <= now ? { why: 'expired', since: validUntil } : null
}

const CODES = {
  withdrawn: 'PRINT_WITHDRAWN',
  replaced: 'PRINT_REPLACED',
  expired: 'PRINT_EXPIRED',
} as const

/** Refuses PRINT_WITHDRAWN, PRINT_REPLACED or PRINT_EXPIRED, saying since when (PST-4). */
export const refuseEnded = (ending: Ending | null): void => {
  if (ending) refuse(CODES[ending.why], { got: chineseDate(ending.since) })
}
