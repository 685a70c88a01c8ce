import type { CollectionSlug, PayloadRequest } from 'payload'
import { instantOf, TOWN_ZONE } from '../../src/time/index.ts'
import type { CivilDate } from '../../src/model/town.ts'

/** Ids of seeded rows by the name they are referred to with. */
export type Ids = ReadonlyMap<string, string>

export const idIn = (ids: Ids, name: string): string => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The seed names "${name}", which it did not make`)
  return id
}

type File = { readonly name: string; readonly data: Buffer; readonly mimetype: string; readonly size: number }

/** One row through Payload's Local API, in the transaction of `req`, with all its hooks. */
export const makeRow = async (
  req: PayloadRequest,
  collection: string,
  data: Readonly<Record<string, unknown>>,
  file?: File,
): Promise<string> => {
  const made = await req.payload.create({
    collection: collection as CollectionSlug,
    data: data as never,
    depth: 0,
    req,
    ...(file && { file }),
  })
  return String(made.id)
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

/** A day as Payload's date fields keep it: the town's midnight as an ISO instant. */
export const dayField = (date: CivilDate | null): string | null =>
  date === null ? null : new Date(instantOf(date, '00:00', TOWN_ZONE)).toISOString()
