import type { PayloadRequest } from 'payload'
import { makeRow } from '../records/make-row.ts'

/** Ids of seeded rows by the name they are referred to with. */
export type Ids = ReadonlyMap<string, string>

export const idIn = (ids: Ids, name: string): string => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The seed names "${name}", which it did not make`)
  return id
}

export const makeRows = async <Seed>(
  req: PayloadRequest,
  collection: string,
  seeds: readonly Seed[],
  nameOf: (seed: Seed) => string,
  dataOf: (seed: Seed) => Readonly<Record<string, unknown>>,
): Promise<Ids> => {
  const ids = new Map<string, string>()
  for (const seed of seeds) ids.set(nameOf(seed), await makeRow(req, collection, dataOf(seed)))
  return ids
}
