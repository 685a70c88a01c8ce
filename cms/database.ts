import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { migrations } from './migrations/index.ts'
import { deleteWhatIsThere } from './database/delete-one.ts'
import { countExactly } from './database/exact-counts.ts'
import { readFairly } from './database/fair-reads.ts'
import { addIndexes } from './database/indexes.ts'
import { giveLean } from './database/lean.ts'
import { leanMongo } from './database/lean-mongo.ts'
import { leanSqlite } from './database/lean-sqlite.ts'
import { freeOptionalNames, onlyGivenNames } from './database/optional-names.ts'
import { makeQueue } from './database/queue.ts'
import { wrapReads } from './database/reads.ts'
import { writeSessionsAlone } from './database/session-writes.ts'
import { wrapWriter } from './database/single-writer.ts'
import { sortByNames } from './database/sort-names.ts'
import { decodeAll } from './database/sqlite-decode.ts'
import { giveWriter } from './database/sqlite-writer.ts'
import type { CmsEnvironment } from './base/environment.ts'

/** Another process (a backup) may hold the file this long; the driver waits with the whole thread. */
const BUSY_TIMEOUT_MS = 1000

/** Development pushes its schema, production migrates: one file for both ends at a question nobody answers. */
const fileOf = (env: CmsEnvironment): string =>
  `file:${path.join(env.dataDir, env.production ? 'silver-shield.db' : 'silver-shield-dev.db')}`

export const isMongo = (env: Pick<CmsEnvironment, 'databaseUri'>): boolean =>
  /^mongodb(\+srv)?:/.test(env.databaseUri)

const chosen = (env: CmsEnvironment) =>
  isMongo(env)
    ? mongooseAdapter({
        url: env.databaseUri,
        ensureIndexes: true,
        useJoinAggregations: false,
        // They are all made by the line above, once what stood in their way is gone.
        connectOptions: { autoIndex: false },
        afterOpenConnection: freeOptionalNames,
      })
    : sqliteAdapter({
        client: { url: env.databaseUri || fileOf(env) },
        idType: 'uuid',
        transactionOptions: { behavior: 'immediate' },
        push: !env.production,
        wal: true,
        busyTimeout: BUSY_TIMEOUT_MS,
        // The shipped schema; an empty file is filled by it, a development file is pushed to instead (docs/decisions/0001).
        prodMigrations: migrations,
        migrationDir: path.resolve(/*turbopackIgnore: true*/ 'cms/migrations'),
      })

/** The only place that knows which database it is. */
export const database = (env: CmsEnvironment): DatabaseAdapterObj => {
  const adapter = chosen(env) as DatabaseAdapterObj
  const init: DatabaseAdapterObj['init'] = (args) => {
    const db: BaseDatabaseAdapter = adapter.init(args)
    const connect = db.connect?.bind(db)
    const queue = makeQueue(env.queueWaitMs)
    if (isMongo(env)) sortByNames(db)
    wrapReads(db)
    giveLean(
      db,
      isMongo(env) ? leanMongo(db as unknown as MongooseAdapter) : leanSqlite(db as unknown as SQLiteAdapter),
    )
    if (!isMongo(env)) {
      deleteWhatIsThere(db)
      addIndexes(db as unknown as SQLiteAdapter)
    }
    db.connect = async (options) => {
      if (!isMongo(env)) {
        mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
        // The tables are known by now, and migrations already read.
        decodeAll(db as unknown as SQLiteAdapter)
      } else {
        onlyGivenNames(db as unknown as MongooseAdapter)
        countExactly(db as unknown as MongooseAdapter)
      }
      await connect?.(options)
      if (!isMongo(env))
        await giveWriter(db as unknown as SQLiteAdapter, async () => connect?.({ hotReload: true }))
      writeSessionsAlone(db)
      wrapWriter(db, queue, env.dataDir)
      if (!isMongo(env)) readFairly(db)
    }
    return db
  }
  return { ...adapter, init }
}
