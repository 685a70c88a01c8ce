import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type Db = SQLiteAdapter
type Writer = { readonly client: Db['client']; readonly drizzle: Db['drizzle'] }
type Held = { writer?: Writer }
type Session = { db: Db['drizzle']; resolve: () => Promise<void>; reject: () => Promise<void> }

/** A connection like the adapter's own, pragmas and all, made by its own `connect`. */
const connected = async (db: Db, connect: () => Promise<void>): Promise<Writer> => {
  const { client, drizzle, push, prodMigrations } = db
  try {
    Object.assign(db, { client: undefined, push: false, prodMigrations: undefined })
    await connect()
    return { client: db.client, drizzle: db.drizzle }
  } finally {
    Object.assign(db, { client, drizzle, push, prodMigrations })
  }
}

/**
 * A second connection for all that is written, kept open. Three traps of the driver (libsql-client 0.14), measured:
 * its own `transaction()` opens a connection without pragmas each time; the adapter swallows a failed COMMIT and
 * reports success; and a statement refused with SQLITE_BUSY stays in progress, after which every later write on that
 * connection answers well and is never committed. So the adapter's own connection only reads, every write stands
 * between BEGIN IMMEDIATE and COMMIT here, and a connection that was refused one of the two is thrown away.
 */
export const giveWriter = async (db: Db, connect: () => Promise<void>): Promise<void> => {
  const held = db as Held
  const first = !held.writer
  const renew = async (): Promise<void> => {
    const fresh = await connected(db, connect)
    held.writer?.client.close()
    held.writer = fresh
  }
  await renew()
  if (first) giveTransactions(db, held as Required<Held>, renew)
}

const giveTransactions = (db: Db, held: Required<Held>, renew: () => Promise<void>): void => {
  const sessions = db.sessions as unknown as Record<string, Session>
  const say = async (words: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    try {
      await held.writer.client.execute(words)
    } catch (error) {
      if (words === 'COMMIT') await held.writer.client.execute('ROLLBACK').catch(() => undefined)
      await renew()
      throw error
    }
  }
  const end = async (id: string, word: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    if (!sessions[id]) return
    delete sessions[id]
    await say(word)
  }
  db.beginTransaction = async () => {
    const id = randomUUID()
    await say('BEGIN IMMEDIATE')
    sessions[id] = {
      db: held.writer.drizzle,
      resolve: () => end(id, 'COMMIT'),
      reject: () => end(id, 'ROLLBACK'),
    }
    return id
  }
  db.commitTransaction = async (incoming) => end(String(await incoming), 'COMMIT')
  // A full disk ends the transaction by itself; there is nothing left to roll back then.
  db.rollbackTransaction = async (incoming) => end(String(await incoming), 'ROLLBACK').catch(() => undefined)

  const destroy = db.destroy
  db.destroy = async () => {
    held.writer.client.close()
    db.client.close()
    await destroy?.call(db)
  }
}
