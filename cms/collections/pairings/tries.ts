import type { PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { appendAudit } from '../../audit/append.ts'
import { ports } from '../../base/ports.ts'

const MINUTE = 60_000
/** Wrong codes of the whole town: five a minute, and an hour's rest after twenty within one. */
const LIMITS = [
  { within: MINUTE, most: 5, minutes: 1 },
  { within: 60 * MINUTE, most: 20, minutes: 60 },
] as const

const WRONG = 'pairing.wrong'

const wrongSince = async (req: PayloadRequest, since: number): Promise<number> => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'audit',
    where: { and: [{ action: { equals: WRONG } }, { at: { greater_than: new Date(since).toISOString() } }] },
    req,
  })
  return totalDocs
}

/** CMS-6: counted in the audit, so that neither a restart nor a second process gives new tries. */
export const refuseTooMany = async (req: PayloadRequest): Promise<void> => {
  const now = ports().now()
  for (const { within, most, minutes } of LIMITS)
    if ((await wrongSince(req, now - within)) >= most) refuse('PAIRING_TOO_MANY', { limit: minutes })
}

/** Counts the wrong code, which must stay counted, and refuses. */
export const refuseWrong = async (req: PayloadRequest): Promise<never> => {
  await appendAudit(req, { action: WRONG, subject: 'pairings' })
  return refuse('PAIRING_CODE_WRONG', { field: 'code' })
}
