import type { ReleaseId } from '../model/ids.ts'
import type { Town } from '../model/town.ts'
import { REVOKED_LIMIT } from '../programme/index.ts'

/**
 * PUB-7: the 16 latest withdrawn releases, latest first. They ride in every head, so that a screen drops them before it
 * has fetched anything (I7); older ones are long out of every programme.
 */
export const revokedOf = (town: Pick<Town, 'withdrawals'>): readonly ReleaseId[] => {
  // Within a withdrawal the releases stand oldest first: the one on the screens now must not fall off the list.
  const rows = town.withdrawals.flatMap(({ at, releases }) => releases.map((id, age) => ({ id, at, age })))
  const latestFirst = rows.toSorted((a, b) => b.at - a.at || b.age - a.age || (a.id < b.id ? -1 : 1))
  return [...new Set(latestFirst.map((row) => row.id))].slice(0, REVOKED_LIMIT)
}
