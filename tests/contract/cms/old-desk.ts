/** A desk on rows that an earlier version of the product wrote; how they came about stands in the fixtures' README. */
import { createPrivateKey, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { getPayload, type Payload, type PayloadRequest } from 'payload'
import { migrations } from '../../../cms/migrations/index.ts'
import { fillPorts } from '../../../cms/base/ports.ts'
import { localRequest } from '../../../cms/records/transaction.ts'
import type { PersonName } from '../../builders/people.ts'
import { fakePorts, type FakePorts } from '../../fakes/ports.ts'
import { giveBack, lendDatabase } from '../../templates/ask.ts'
import { fillDatabase } from '../../templates/mongodb.ts'
import { configFor } from './config.ts'
import { environmentIn, type Database } from './databases.ts'

const FIXTURES = 'tests/fixtures/old-desk'

/** What stands in the rows, as the version that wrote them told it. */
export type OldFacts = {
  /** The clock when the last row was written. */
  readonly now: number
  readonly ids: Readonly<Record<PersonName, string>>
  readonly contents: Readonly<Record<'case' | 'technique' | 'slogan' | 'draft' | 'waiting', string>>
  readonly releases: Readonly<Record<'case' | 'technique' | 'slogan', string>>
  /** A submission that nobody has decided on. */
  readonly waiting: string
  /** The releases on air; of pages their number by grid. */
  readonly town: readonly {
    readonly id: string
    readonly content: string
    readonly title: string
    readonly pages: Readonly<Record<string, number>>
  }[]
}

export type OldDesk = {
  readonly payload: Payload
  readonly ports: FakePorts
  readonly facts: OldFacts
  readonly requestOf: (name: PersonName) => Promise<PayloadRequest>
  readonly close: () => Promise<void>
}

const stored = (name: string): Buffer => gunzipSync(readFileSync(path.join(FIXTURES, `${name}.gz`)))

const unpack = async (name: Database['name']) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'silver-shield-old-'))
  if (name === 'sqlite') {
    writeFileSync(path.join(dataDir, 'silver-shield.db'), stored(name))
    return { env: environmentIn(dataDir, ''), leave: async () => undefined }
  }
  const uri = await lendDatabase()
  await fillDatabase(uri, stored(name).toString('utf8'))
  return { env: environmentIn(dataDir, uri), leave: () => giveBack(uri) }
}

export const openOldDesk = async ({ name }: Database): Promise<OldDesk> => {
  const { key, ...facts } = JSON.parse(
    readFileSync(path.join(FIXTURES, `${name}.json`), 'utf8'),
  ) as OldFacts & {
    /** PKCS #8 in base64: what sealed the rows, and nothing else anywhere. */
    readonly key: string
  }
  const ports = fakePorts(createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }))
  ports.clock.set(facts.now + 1000)
  fillPorts(ports)
  const { env, leave } = await unpack(name)
  const payload = await getPayload({ config: await configFor(env), key: randomUUID() })
  payload.logger.level = 'fatal'
  // A production start does it by itself, where NODE_ENV says so; Payload asks nothing else (tests/integration/old-town).
  if (name === 'sqlite') await payload.db.migrate({ migrations: migrations as never })
  return {
    payload,
    ports,
    facts,
    requestOf: async (person) =>
      localRequest(payload, {
        ...(await payload.findByID({
          collection: 'users',
          id: facts.ids[person],
          depth: 0,
          overrideAccess: true,
        })),
        collection: 'users',
      }),
    close: async () => {
      await payload.destroy()
      await leave()
      fillPorts(undefined)
    },
  }
}
