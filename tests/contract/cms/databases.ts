import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CmsEnvironment } from '../../../cms/base/environment.ts'
import { giveBack, lendDatabase } from '../../templates/ask.ts'
import type { DeskTemplate } from '../../templates/kinds.ts'
import { copyDatabase, databaseAt, dropDatabase } from '../../templates/mongodb.ts'

export type Opened = {
  readonly env: CmsEnvironment
  /** When nobody works on it any more. */
  readonly drop: () => Promise<void>
}
export type Database = {
  readonly name: 'sqlite' | 'mongodb'
  /** Nothing in it, as a first start finds it. */
  readonly open: () => Opened
  /** With what stands in the template of that name. */
  readonly copy: (template: DeskTemplate) => Promise<Opened>
}

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'silver-shield-cms-'))

/** As in production: outside it Payload lays a file's schema out itself, and only for the first file of a process. */
export const environmentIn = (dataDir: string, databaseUri: string): CmsEnvironment => ({
  dataDir,
  databaseUri,
  secret: 'only for tests',
  publicUrl: '',
  production: true,
})

const inFile = (dataDir: string): Opened => ({
  env: environmentIn(dataDir, ''),
  drop: async () => rmSync(dataDir, { recursive: true, force: true }),
})

const sqlite: Database = {
  name: 'sqlite',
  open: () => inFile(folder()),
  copy: async (template) => {
    const dataDir = folder()
    cpSync(template.dataDir, dataDir, { recursive: true })
    return inFile(dataDir)
  },
}

const inMongo = (uri: string, leave: (uri: string) => Promise<void>): Opened => {
  const dataDir = folder()
  return {
    env: environmentIn(dataDir, uri),
    drop: async () => {
      await leave(uri)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const mongodb = (uri: string): Database => ({
  name: 'mongodb',
  open: () => inMongo(databaseAt(uri, `silver-shield-${randomUUID().slice(0, 13)}`), dropDatabase),
  copy: async (template) => {
    const own = await lendDatabase()
    await copyDatabase(template.databaseUri, own)
    return inMongo(own, giveBack)
  },
})

const uri = process.env['TEST_MONGODB_URI']
/** The MongoDB lane comes after the other, which ran all of this on SQLite. */
const alone = process.env['TEST_DATABASE'] === 'mongodb'

/** Every contract test runs on each of these: SQLite always, MongoDB where one is named. */
export const databases: readonly Database[] = uri ? [...(alone ? [] : [sqlite]), mongodb(uri)] : [sqlite]
