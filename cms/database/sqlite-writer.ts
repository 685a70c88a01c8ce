import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type Db = SQLiteAdapter
type Writer = { readonly client: Db['client']; readonly drizzle: Db['drizzle'] }
type Held = { writer?: Writer }
type Session = { db: Db['drizzle']; resolve: () => Promise<void>; reject: () => Promise<void> }

/**
 * A second connection for transactions, kept open. The driver's own `transaction()` opens a connection without
 * pragmas each time, and the adapter swallows a failed COMMIT and reports success: a full disk would lose a decision
 * and say nothing.
 */
export const giveWriter = async (db: Db, connect: () => Promise<void>): Promise<void> => {
  const { client, drizzle, push, prodMigrations } = db
  Object.assign(db, { client: undefined, push: false, prodMigrations: undefined })
  await connect()
  const writer: Writer = { client: db.client, drizzle: db.drizzle }
  Object.assign(db, { client, drizzle, push, prodMigrations })

  const held = db as Held
  const first = !held.writer
  held.writer?.client.close()
  held.writer = writer
  if (first) giveTransactions(db, held as Required<Held>)
}

const giveTransactions = (db: Db, held: Required<Held>): void => {
  const sessions = db.sessions as unknown as Record<string, Session>
  const end = async (id: string, word: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    if (!sessions[id]) return
    delete sessions[id]
    await held.writer.client.execute(word)
  }
  db.beginTransaction = async () => {
    const id = randomUUID()
    await held.writer.client.execute('BEGIN IMMEDIATE')
    sessions[id] = {
      db: held.writer.drizzle,
      resolve: () => end(id, 'COMMIT'),
      reject: () => end(id, 'ROLLBACK'),
    }
    return id
  }
  db.commitTransaction = async (incoming) => {
    const id = String(await incoming)
    if (!sessions[id]) return
    try {
      await end(id, 'COMMIT')
    } catch (error) {
      // Busy or full: SQLite keeps the transaction open after a failed COMMIT.
      await held.writer.client.execute('ROLLBACK').catch(() => undefined)
      throw error
    }
  }
  db.rollbackTransaction = async (incoming) => end(String(await incoming), 'ROLLBACK')

  const destroy = db.destroy
  db.destroy = async () => {
    held.writer.client.close()
    db.client.close()
    await destroy?.call(db)
  }
}
