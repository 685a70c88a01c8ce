/** What the link to the screens reads and writes: keys, codes, last seen, reports. */
import { sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import type { Instant, ScreenId } from '../../src/model/ids.ts'
import { plainCode } from './pairing-code.ts'
import { inBulk, type InBulk } from '../database/in-bulk.ts'
import type { ScreenRow } from '../grids/grids.ts'
import { rowsOf } from '../records/rows.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'

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

/** Every device key that is a screen's, with the screen. */
export const pairedKeys = async (payload: Payload): Promise<readonly (readonly [string, ScreenId])[]> => {
  const { docs } = await payload.db.find<{ id: string; key?: string | null }>({
    collection: 'screens',
    where: { key: { exists: true } },
    select: { key: true },
    pagination: false,
    limit: 0,
  })
  return docs.flatMap(({ id, key }) => (key ? [[key, id as ScreenId] as const] : []))
}

/** When a screen was last heard and, where it told one, its own report. */
export type Seen = { readonly screen: ScreenId; readonly at: Instant; readonly report?: unknown }

const seenInFile =
  (seen: readonly Seen[]): InBulk['sqlite'] =>
  async (run) => {
    const told = JSON.stringify(
      seen.map(({ screen, at, report }) => ({
        screen,
        at: new Date(at).toISOString(),
        ...(report !== undefined && { report: JSON.stringify(report) }),
      })),
    )
    await run(sql`
      UPDATE screens SET last_seen_at = max(coalesce(last_seen_at, ''), value ->> 'at'),
        report = CASE WHEN screens.key IS NULL THEN report ELSE coalesce(value ->> 'report', report) END
      FROM json_each(${told}) WHERE screens.id = value ->> 'screen'`)
  }

const seenInCollection =
  (seen: readonly Seen[]): InBulk['mongodb'] =>
  async ({ screens }, options) => {
    const updates = seen.flatMap(({ screen, at, report }) => [
      { updateOne: { filter: { _id: screen }, update: { $max: { lastSeenAt: new Date(at) } } } },
      ...(report === undefined
        ? []
        : [
            {
              updateOne: {
                filter: { _id: screen, key: { $ne: null } },
                update: { $set: { report: JSON.stringify(report) } },
              },
            },
          ]),
    ])
    await screens?.bulkWrite(updates as never, { ...options, timestamps: false, ordered: false })
  }

/** Notes when screens were last heard and what they report of themselves. Neither is a change of the town. */
export const noteSeen = async (payload: Payload, seen: readonly Seen[]): Promise<void> => {
  if (seen.length === 0) return
  const req = await localRequest(payload)
  await inTransaction(req, () => inBulk(req, { sqlite: seenInFile(seen), mongodb: seenInCollection(seen) }))
}
