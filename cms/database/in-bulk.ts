import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { asOnlyWriter } from './single-writer.ts'

type Session = MongooseAdapter['sessions'][string]
type SqliteSession = { readonly db: Pick<SQLiteAdapter['drizzle'], 'run'> }

export type InBulk = {
  /** One statement; rows go in as JSON (`json_each`), so that it is the same statement for any number of them. */
  readonly sqlite: (run: SqliteSession['db']['run']) => Promise<void>
  readonly mongodb: (
    collections: MongooseAdapter['collections'],
    options: { readonly session?: Session },
  ) => Promise<void>
}

/**
 * Writes many rows in a few statements within the transaction of `req`: through the adapter each row is a query of its
 * own, built anew for a millisecond and more of the thread that speaks to the screens.
 */
export const inBulk = (req: PayloadRequest, ways: InBulk): Promise<void> =>
  // Within the turn that the transaction holds: a fault of the driver is told by its code there.
  asOnlyWriter(req.payload.db as unknown as BaseDatabaseAdapter)(req, () => bulk(req, ways))

const bulk = async (req: PayloadRequest, ways: InBulk): Promise<void> => {
  const id = String(await req.transactionID)
  if (req.payload.db.name === 'sqlite') {
    const { sessions } = req.payload.db as unknown as { sessions: Record<string, SqliteSession> }
    const held = sessions[id]
    if (!held) throw new Error('rows in bulk are written within a transaction')
    return ways.sqlite(held.db.run.bind(held.db))
  }
  const { collections, sessions } = req.payload.db as unknown as MongooseAdapter
  const session = sessions[id]
  return ways.mongodb(collections, session ? { session } : {})
}
