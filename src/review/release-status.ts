/** Which release of a content stands. The one answer of the lists, the pages, the prints and the air (SCH-4, I7). */
import type { Instant } from '../model/ids.ts'
import type { ReleaseState } from '../model/people.ts'

/** A release, as far as it matters for which one stands. */
export type Issued = { readonly id: string; readonly content: string; readonly releasedAt: Instant }

/** A 撤下. It ends every release of its content issued at or before `at`, and those it names. */
export type Withdrawn = {
  readonly content: string
  readonly at: Instant
  readonly releases?: readonly string[]
}

/** Why a release stands no longer, and since when. */
export type ReleaseEnd = { readonly why: 'withdrawn' | 'replaced'; readonly since: Instant }

export type ReleaseStatus<Release extends Issued> = {
  /** The release of each content that stands. A content whose newest release was withdrawn has none. */
  readonly standing: ReadonlyMap<Release['content'], Release>
  /** Contents that were withdrawn and not issued again, each with its newest withdrawal. */
  readonly withdrawnAt: ReadonlyMap<Release['content'], Instant>
  /** A withdrawal weighs more than a newer release: what it ended was wrong, not merely old. */
  readonly endOf: (release: Issued) => ReleaseEnd | null
  readonly stateOf: (release: Issued) => ReleaseState
  /** Which release of its content it is, from 1; 0 for one that is not among those given. */
  readonly editionOf: (release: Issued) => number
}

/** Of two issued in one millisecond the same one is newer wherever it is asked. */
const byAge = (a: Issued, b: Issued): number =>
  a.releasedAt - b.releasedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const grouped = <T extends { readonly content: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.content)
    if (group) group.push(row)
    else groups.set(row.content, [row])
  }
  return groups
}

/** All releases and withdrawals of some contents, in any order. */
export const releaseStatus = <Release extends Issued>(
  releases: readonly Release[],
  withdrawals: readonly Withdrawn[],
): ReleaseStatus<Release> => {
  const issued = grouped(releases)
  for (const editions of issued.values()) editions.sort(byAge)
  const withdrawn = grouped(withdrawals)
  const endOf = (release: Issued): ReleaseEnd | null => {
    const { id, content, releasedAt } = release
    const ends = (withdrawn.get(content) ?? []).filter(
      ({ at, releases: named }) => at >= releasedAt || named?.includes(id),
    )
    if (ends.length > 0) return { why: 'withdrawn', since: Math.min(...ends.map(({ at }) => at)) }
    const next = issued.get(content)?.find((other) => byAge(other, release) > 0)
    return next ? { why: 'replaced', since: next.releasedAt } : null
  }
  const standing = new Map<Release['content'], Release>()
  for (const [content, editions] of issued) {
    const newest = editions.at(-1)
    if (newest && endOf(newest) === null) standing.set(content, newest)
  }
  const withdrawnAt = new Map<Release['content'], Instant>()
  for (const [content, ends] of withdrawn)
    if (!standing.has(content)) withdrawnAt.set(content, Math.max(...ends.map(({ at }) => at)))
  return {
    standing,
    withdrawnAt,
    endOf,
    stateOf: (release) => endOf(release)?.why ?? 'released',
    editionOf: (release) => (issued.get(release.content)?.findIndex(({ id }) => id === release.id) ?? -1) + 1,
  }
}
