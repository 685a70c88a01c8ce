import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { CmsEnvironment } from './environment.ts'

/** Development pushes its schema, production migrates: one file for both ends at a question nobody answers. */
const fileOf = (env: CmsEnvironment): string => {
  mkdirSync(env.dataDir, { recursive: true })
  return `file:${path.join(env.dataDir, env.production ? 'silver-shield.db' : 'silver-shield-dev.db')}`
}

/** The only place that knows which database it is. */
export const database = (env: CmsEnvironment) =>
  /^mongodb(\+srv)?:/.test(env.databaseUri)
    ? mongooseAdapter({ url: env.databaseUri, ensureIndexes: true, useJoinAggregations: false })
    : sqliteAdapter({
        client: { url: env.databaseUri || fileOf(env) },
        idType: 'uuid',
        transactionOptions: { behavior: 'deferred' },
        wal: true,
        busyTimeout: 5000,
        migrationDir: path.resolve('cms/migrations'),
      })
