import type { PayloadRequest } from 'payload'
import { rowsOf } from '../records/rows.ts'
import { namesIn } from '../audit/names.ts'

type Trace = { readonly at: string; readonly actorName: string; readonly detail?: string | null }

/** `at` is an ISO instant. */
export type Writer = { readonly name: string; readonly at: string }

/** Further back than this a row in the audit says no more than that somebody wrote. */
const LOOK_BACK = 50

/** The last writer of each field of a row, by the audit, which names the fields of every change. */
export const lastWriters = async (
  req: PayloadRequest,
  subject: string,
  updatedAt: unknown,
): Promise<(field: string) => Writer> => {
  const traces = await rowsOf<Trace>(req.payload, 'audit', {
    where: { subject: { equals: subject } },
    sort: '-seq',
    limit: LOOK_BACK,
    req,
  })
  const [newest] = traces
  return (field) => {
    const trace = traces.find(({ detail }) => namesIn(detail).includes(field)) ?? newest
    // A draft saved every second by one person leaves one row: the newest change is as new as the row itself.
    const at = trace === newest && typeof updatedAt === 'string' ? updatedAt : (trace?.at ?? '')
    return { name: trace?.actorName ?? '', at }
  }
}
