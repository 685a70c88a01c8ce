import { randomUUID } from 'node:crypto'
import { getPayload, type Payload } from 'payload'
import { fillPorts } from '../../../cms/base/ports.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { fakePorts } from '../../fakes/ports.ts'
import { configFor } from './config.ts'
import type { Database } from './databases.ts'

export type Town = { readonly payload: Payload; readonly close: () => Promise<void> }

/** A database with nobody in it. One a file: Payload pushes a development schema once in a process. */
export const openTown = async (database: Database): Promise<Town> => {
  fillPorts(fakePorts())
  const { env, drop } = database.open()
  const payload = await getPayload({ config: await configFor(env), key: randomUUID() })
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
