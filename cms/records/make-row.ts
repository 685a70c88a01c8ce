import type { CollectionSlug, PayloadRequest } from 'payload'
import type { CivilDate } from '../../src/model/town.ts'
import { instantOf, TOWN_ZONE } from '../../src/time/index.ts'

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

/** A day as Payload's date fields keep it: the town's midnight as an ISO instant. */
export const dayField = (date: CivilDate | null): string | null =>
  date === null ? null : new Date(instantOf(date, '00:00', TOWN_ZONE)).toISOString()
