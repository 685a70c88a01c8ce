import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import type { CmsEnvironment } from '../../../cms/base/environment.ts'

export type Opened = { readonly env: CmsEnvironment; readonly drop: (payload: Payload) => Promise<void> }
export type Database = { readonly name: 'sqlite' | 'mongodb'; readonly open: () => Opened }

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'silver-shield-cms-'))

const envIn = (dataDir: string, databaseUri: string): CmsEnvironment => ({
  dataDir,
  databaseUri,
  secret: 'only for tests',
  publicUrl: '',
  production: false,
})

const sqlite: Database = {
  name: 'sqlite',
  open: () => {
    const dataDir = folder()
    return {
      env: envIn(dataDir, ''),
      drop: async () => rmSync(dataDir, { recursive: true, force: true }),
    }
  },
}

type MongoDb = { connection: { dropDatabase: () => Promise<unknown> } }

const mongodb = (uri: string): Database => ({
  name: 'mongodb',
  open: () => {
    const dataDir = folder()
    const own = new URL(uri)
    own.pathname = `/silver-shield-${randomUUID().slice(0, 13)}`
    return {
      env: envIn(dataDir, own.href),
      drop: async (payload) => {
        await (payload.db as unknown as MongoDb).connection.dropDatabase()
        rmSync(dataDir, { recursive: true, force: true })
      },
    }
  },
})

const uri = process.env['TEST_MONGODB_URI']
/** The MongoDB lane comes after the other, which ran all of this on SQLite. */
const alone = process.env['TEST_DATABASE'] === 'mongodb'

/** Every contract test runs on each of these: SQLite always, MongoDB where one is named. */
export const databases: readonly Database[] = uri ? [...(alone ? [] : [sqlite]), mongodb(uri)] : [sqlite]
