import { randomUUID } from 'node:crypto'
import { getPayload, type Payload } from 'payload'
import { vi } from 'vitest'
import { fillPorts } from '../../../cms/base/ports.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { fakePorts } from '../../fakes/ports.ts'
import { configFor } from './config.ts'
import type { Database } from './databases.ts'

export type EmptyDesk = { readonly payload: Payload; readonly close: () => Promise<void> }

/** Payload runs migrations of its own accord in production alone. */
const asInProduction = async <T>(work: () => Promise<T>): Promise<T> => {
  vi.stubEnv('NODE_ENV', 'production')
  try {
    return await work()
  } finally {
    vi.unstubAllEnvs()
  }
}

/** A database with nobody in it. */
export const openEmptyDesk = async (database: Database): Promise<EmptyDesk> => {
  fillPorts(fakePorts())
  const { env, drop } = database.open()
  const config = await configFor(env)
  const payload = await asInProduction(() => getPayload({ config, key: randomUUID() }))
  payload.logger.level = 'fatal'
  const close = async () => {
    await payload.destroy()
    await drop()
    fillPorts(undefined)
  }
  return { payload, close }
}

export const countsOf = async (payload: Payload) => {
  const count = async (collection: string) => (await rowsOf(payload, collection)).length
  const names = ['users', 'units', 'media', 'cases', 'submissions', 'releases', 'schedules']
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await count(name)] as const)))
}
