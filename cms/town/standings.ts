import type { Payload, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import { chineseDate } from '../../src/poster/order-faults.ts'
import { noteTampering } from '../audit/tampering.ts'
import { toldByAudit, type Scope } from '../audit/decisions.ts'
import { trustedReleases } from './trusted.ts'
import { readWithdrawals, type Ended } from './withdrawals.ts'
import { rowsOf, type ReleaseRow } from '../records/rows.ts'

/** Why a printed sheet no longer tells the truth, and since when. */
export type Ending = { readonly why: 'withdrawn' | 'replaced' | 'expired'; readonly since: Instant }

export type Standings = {
  /** Rows whose signature holds, oldest first, of contents of which every row holds. */
  readonly rows: readonly ReleaseRow[]
  /** Contents of which a row was edited, forged or taken away: none of their sheets can be vouched for (I8). */
  readonly tampered: ReadonlySet<string>
  /** Which release of its content it is, from 1. */
  readonly editionOf: (row: ReleaseRow) => number
  /** A withdrawal weighs more than a newer release: what it ended was wrong, not merely old. */
  readonly endingOf: (row: ReleaseRow) => Ending | null
}

const contentOf = (row: ReleaseRow): string => String(row.content.value)

const standingsOf = (
  rows: readonly ReleaseRow[],
  tampered: ReadonlySet<string>,
  { firstAfter }: Pick<Ended, 'firstAfter'>,
): Standings => {
  const byContent = new Map<string, ReleaseRow[]>()
  for (const row of rows) byContent.set(contentOf(row), [...(byContent.get(contentOf(row)) ?? []), row])
  const siblings = (row: ReleaseRow): readonly ReleaseRow[] => byContent.get(contentOf(row)) ?? []
  return {
    rows: rows.filter((row) => !tampered.has(contentOf(row))),
    tampered,
    editionOf: (row) => siblings(row).findIndex(({ id }) => id === row.id) + 1,
    endingOf: (row) => {
      const at = firstAfter(contentOf(row), Date.parse(row.releasedAt))
      if (at !== null) return { why: 'withdrawn', since: at }
      const next = siblings(row)[siblings(row).findIndex(({ id }) => id === row.id) + 1]
      return next ? { why: 'replaced', since: Date.parse(next.releasedAt) } : null
    },
  }
}

/** Releases verified as the publisher does it, with what ended them: of the whole town, or of some contents (I8). */
export const readStandings = async (payload: Payload, scope: Scope = {}): Promise<Standings> => {
  const where: Where | undefined = scope.contents ? { 'content.value': { in: scope.contents } } : undefined
  const ended = await readWithdrawals(payload, scope)
  // The audit before the rows, as the publisher reads them (CMS-91).
  const issued = await toldByAudit(payload, 'submission.issue', scope)
  const stored = await rowsOf<ReleaseRow>(payload, 'releases', {
    sort: 'releasedAt',
    ...(where && { where }),
    ...(scope.req && { req: scope.req }),
  })
  const { rows, tampered, refusals } = trustedReleases(stored, issued)
  // Its row in the audit would wait for the turn that an open transaction holds.
  if (!scope.req) await noteTampering(payload, [...ended.refusals, ...refusals])
  return standingsOf(rows, tampered, ended)
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
