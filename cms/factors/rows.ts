/** The second factor of a person as it is stored: one row each, written past every door of Payload (PPL-9). */
import type { PayloadRequest } from 'payload'
import { appendRow } from '../records/append.ts'

export type FactorRow = {
  readonly id: string
  readonly person: string
  /** Sealed; null until the first code was right. */
  readonly secret?: string | null
  readonly since?: string | null
  /** The period of the last code that was taken: none of it or before it is taken again. */
  readonly lastStep?: number | null
  /** Digests of the recovery codes that are left, one a line. */
  readonly recovery?: string | null
  /** Sealed; shown, and waiting for its first code. */
  readonly pending?: string | null
  readonly pendingAt?: string | null
  /** Sealed, all of them in one (cms/factors/kept.ts); null where there is none. */
  readonly passkeys?: string | null
}

type Req = PayloadRequest

export const factorOf = (req: Req, person: string): Promise<FactorRow | null> =>
  req.payload.db.findOne<FactorRow>({ collection: 'factors', where: { person: { equals: person } }, req })

export const hasPhone = (row: FactorRow | null): boolean => Boolean(row?.secret)

/** By a phone or a passkey. A seal that does not open counts too: whoever spoils it opens nothing by that. */
export const isEnrolled = (row: FactorRow | null): row is FactorRow => hasPhone(row) || Boolean(row?.passkeys)

export const hasFactor = async (req: Req, person: string): Promise<boolean> =>
  isEnrolled(await factorOf(req, person))

/** Changes the row of a person, or makes it. Within a transaction of the caller. */
export const writeFactor = async (
  req: Req,
  person: string,
  data: Partial<Omit<FactorRow, 'id' | 'person'>>,
): Promise<void> => {
  const row = await factorOf(req, person)
  if (!row) return void (await appendRow(req, 'factors', { person, ...data }))
  await req.payload.db.updateOne({ collection: 'factors', id: row.id, data, req, returning: false })
}

/** Nothing is left of it. */
export const dropFactor = async (req: Req, person: string): Promise<void> => {
  await req.payload.db.deleteMany({ collection: 'factors', where: { person: { equals: person } }, req })
}

/** What the list of people tells; the truth is the row above. */
export const tellFactor = async (req: Req, person: string, has: boolean): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'users',
    id: person,
    data: { secondFactor: has },
    req,
  })
}
