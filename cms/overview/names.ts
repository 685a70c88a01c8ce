import type { Payload } from 'payload'
import { rowsOf } from '../records/rows.ts'

/** Names of people by their id; of who has left the town none. */
export const namesOf = async (
  payload: Payload,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(people)].filter(Boolean)
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<{ readonly id: string; readonly name?: string | null }>(payload, 'users', {
    where: { id: { in: ids } },
    only: ['name'],
  })
  return new Map(rows.map(({ id, name }) => [String(id), name ?? '']))
}
