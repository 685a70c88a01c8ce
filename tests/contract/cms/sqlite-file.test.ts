import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { getPayload, type Payload } from 'payload'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyAudit } from '../../../cms/audit/verify.ts'
import { configOf } from '../../../cms/config.ts'
import { migrations } from '../../../cms/migrations/index.ts'
import { fillPorts } from '../../../cms/base/ports.ts'
import type { RefusalError } from '../../../src/errors/refusal.ts'
import { fakePorts } from '../../fakes/ports.ts'

type Kit = {
  generateDrizzleJson: (schema: unknown) => Promise<object>
  generateMigration: (before: unknown, after: unknown) => Promise<string[]>
}
type Drizzled = { requireDrizzleKit: () => Kit; schema: unknown }

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'silver-shield-file-'))
  folders.push(made)
  return made
}
const boot = async (dataDir: string, production: boolean): Promise<Payload> => {
  const env = { dataDir, databaseUri: '', secret: 'only for tests', publicUrl: '', production }
  const payload = await getPayload({ config: await configOf(env), key: `${dataDir} ${production}` })
  payload.logger.level = 'silent'
  return payload
}
const unit = (payload: Payload, name: string) =>
  payload.create({ collection: 'units', data: { name, kind: 'village' }, overrideAccess: true })

describe('the SQLite file', () => {
  // In development the schema is pushed, once a process: these files are made as in production.
  beforeEach(() => {
    vi.stubEnv('NODE_ENV', 'production')
    fillPorts(fakePorts())
  })
  afterEach(() => vi.unstubAllEnvs())
  afterAll(() => {
    fillPorts(undefined)
    for (const made of folders) rmSync(made, { recursive: true, force: true })
  })

  it('CMS-60 production fills an empty file by the shipped migrations, and opens it again as it is', async () => {
    const dataDir = folder()
    const first = await boot(dataDir, true)
    await unit(first, '李家村')
    await first.destroy()
    expect(readdirSync(dataDir)).toContain('silver-shield.db')
    const env = { dataDir, databaseUri: '', secret: 'only for tests', publicUrl: '', production: true }
    const again = await getPayload({ config: await configOf(env), key: 'again' })
    expect(
      (await again.find({ collection: 'units', overrideAccess: true })).docs.map((row) => row.name),
    ).toEqual(['李家村'])
    expect(
      (await again.find({ collection: 'payload-migrations' as 'units', overrideAccess: true })).totalDocs,
    ).toBe(migrations.length)
    await again.destroy()
  })

  it('CMS-61 the shipped migrations are the schema of the collections', async () => {
    const payload = await boot(folder(), false)
    const db = payload.db as unknown as Drizzled
    const kit = db.requireDrizzleKit()
    const snapshots = readdirSync('cms/migrations')
      .filter((name) => name.endsWith('.json'))
      .sort()
    const shipped: unknown = JSON.parse(
      readFileSync(path.join('cms/migrations', snapshots.at(-1) ?? ''), 'utf8'),
    )
    const missing = await kit.generateMigration(shipped, await kit.generateDrizzleJson(db.schema))
    await payload.destroy()
    expect(missing, 'run: npm run payload -- migrate:create <name>').toEqual([])
  })

  it('CMS-62 a file held by another process is DATABASE_BUSY, and afterwards all is as before', async () => {
    const dataDir = folder()
    const payload = await boot(dataDir, true)
    await unit(payload, '甲')
    // The driver the adapter uses, as a second process would.
    const Driver = createRequire(createRequire(import.meta.url).resolve('@libsql/client'))('libsql') as new (
      file: string,
    ) => {
      exec: (sql: string) => void
      prepare: (sql: string) => { all: () => unknown[] }
      close: () => void
    }
    const other = new Driver(path.join(dataDir, 'silver-shield.db'))
    const { id } = await unit(payload, '丁')
    other.exec('BEGIN IMMEDIATE')
    const alone = (name: string) => payload.db.updateOne({ collection: 'units', id, data: { name } })
    await expect(unit(payload, '乙')).rejects.toMatchObject({ refusals: [{ code: 'DATABASE_BUSY' }] })
    await expect(alone('戊')).rejects.toMatchObject({ refusals: [{ code: 'DATABASE_BUSY' }] })
    other.exec('ROLLBACK')
    await unit(payload, '丙')
    await alone('己')
    // The other process sees what was committed, not what this one believes.
    const names = other.prepare('select name from units').all() as { name: string }[]
    expect(names.map((row) => row.name).sort()).toEqual(['丙', '己', '甲'].sort())
    other.close()
    await payload.destroy()
  })

  it.each([
    ['read-only', 'PRAGMA query_only = 1', 'PRAGMA query_only = 0'],
    ['full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 1000000'],
  ])(
    'CMS-63 a %s file is DATABASE_READ_ONLY, naming the folder, and loses nothing',
    async (_, shut, open) => {
      const dataDir = folder()
      const payload = await boot(dataDir, true)
      await unit(payload, '甲')
      // Root may write any file and the disk is large, so SQLite itself is told to say no.
      const said = (words: string) =>
        (
          payload.db as unknown as { writer: { client: { execute: (sql: string) => Promise<unknown> } } }
        ).writer.client.execute(words)
      await said(shut)
      const refused = Promise.allSettled(
        Array.from({ length: 40 }, (_none, i) => unit(payload, `${i} ${'长'.repeat(50)}`)),
      )
      const codes = (await refused).flatMap((each) =>
        each.status === 'rejected' ? [(each.reason as RefusalError).refusals[0]] : [],
      )
      expect(codes.length).toBeGreaterThan(0)
      expect(new Set(codes.map((refusal) => `${refusal?.code} ${refusal?.hint}`))).toEqual(
        new Set([`DATABASE_READ_ONLY ${dataDir}`]),
      )
      await said(open)
      await unit(payload, '乙')
      expect((await verifyAudit(payload)).broken).toBeNull()
      await payload.destroy()
    },
  )
})
