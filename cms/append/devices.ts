/** What the link to the screens reads and writes: keys, codes, last seen, reports. */
import type { Payload } from 'payload'
import type { Instant, ScreenId } from '../../src/model/ids.ts'
import { plainCode } from '../collections/pairings/code.ts'
import type { ScreenRow } from '../workflow/grids.ts'
import { rowsOf } from '../workflow/rows.ts'
import { appendRow } from './append.ts'
import { inTransaction, localRequest } from './transaction.ts'

export type PairingOffer = {
  readonly code: string
  readonly key: string
  readonly fingerprint: string
  readonly expiresAt: Instant
}

/** Offers a device for pairing. Its earlier open codes, and all that ended a day ago unused, are thrown away. */
export const openPairing = async (payload: Payload, offer: PairingOffer, now: Instant): Promise<void> => {
  const req = await localRequest(payload)
  await inTransaction(req, async () => {
    const unused = { usedAt: { exists: false } }
    const dayAgo = new Date(now - 86_400_000).toISOString()
    await payload.db.deleteMany({
      collection: 'pairings',
      where: {
        and: [unused, { or: [{ key: { equals: offer.key } }, { expiresAt: { less_than: dayAgo } }] }],
      },
      req,
    })
    await appendRow(req, 'pairings', {
      code: plainCode(offer.code),
      key: offer.key,
      fingerprint: offer.fingerprint,
      expiresAt: new Date(offer.expiresAt).toISOString(),
    })
  })
}

/** The screen a device key is paired with, or undefined. */
export const screenByKey = async (payload: Payload, key: string): Promise<ScreenRow | undefined> =>
  (await rowsOf<ScreenRow>(payload, 'screens', { where: { key: { equals: key } }, limit: 1 }))[0]

/** Notes when a screen was last heard and, when given, its own report. Neither is a change of the town. */
export const noteSeen = async (
  payload: Payload,
  screen: ScreenId,
  at: Instant,
  report?: unknown,
): Promise<void> => {
  const data = {
    lastSeenAt: new Date(at).toISOString(),
    ...(report !== undefined && { report: JSON.stringify(report) }),
  }
  await payload.db.updateOne({ collection: 'screens', id: screen, data })
}
