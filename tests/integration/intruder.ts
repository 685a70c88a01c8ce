/** Somebody with the database's own tools: writes past every door of the product. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import type { TestServer } from './server.ts'

type Row = Readonly<Record<string, unknown>>

export type Intruder = {
  readonly read: (collection: string, id: string) => Promise<Row>
  /** Answers what stood there before, to be put back. */
  readonly edit: (collection: string, id: string, values: Row) => Promise<Row>
  readonly remove: (collection: string, id: string) => Promise<void>
  readonly leave: () => Promise<void>
}

type Statement = {
  readonly get: (...values: readonly unknown[]) => Row | undefined
  readonly all: (...values: readonly unknown[]) => readonly Row[]
  readonly run: (...values: readonly unknown[]) => unknown
}
export type SqliteFile = {
  readonly exec: (sql: string) => void
  readonly prepare: (sql: string) => Statement
  readonly close: () => void
}

/** The file opened by another process than the server's, by the driver the server uses. */
export const openFile = (server: Pick<TestServer, 'dataDir'>): SqliteFile => {
  const client = createRequire(import.meta.url).resolve('@libsql/client')
  const Driver = createRequire(client)('libsql') as new (file: string) => SqliteFile
  const file = new Driver(join(server.dataDir, 'silver-shield.db'))
  file.exec('PRAGMA busy_timeout = 5000')
  return file
}

const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const inFile = (server: TestServer): Intruder => {
  const file = openFile(server)
  const read: Intruder['read'] = async (collection, id) => {
    const row = file.prepare(`SELECT * FROM "${collection}" WHERE id = ?`).get(id)
    if (!row) throw new Error(`no row ${id} in ${collection}`)
    return row
  }
  return {
    read,
    edit: async (collection, id, values) => {
      const row = await read(collection, id)
      const names = Object.keys(values)
      const set = names.map((name) => `"${column(name)}" = ?`).join(', ')
      file.prepare(`UPDATE "${collection}" SET ${set} WHERE id = ?`).run(...Object.values(values), id)
      return Object.fromEntries(names.map((name) => [name, row[column(name)]]))
    },
    remove: async (collection, id) => void file.prepare(`DELETE FROM "${collection}" WHERE id = ?`).run(id),
    leave: async () => file.close(),
  }
}

const inMongo = async (uri: string): Promise<Intruder> => {
  const { default: mongoose } = await import('mongoose')
  const connection: Connection = await mongoose.createConnection(uri).asPromise()
  // Mongoose has its own mind about plurals.
  const isPlural = (name: string) => name.endsWith('s') || name === 'media'
  const rows = (name: string) => connection.collection(isPlural(name) ? name : `${name}s`)
  const named = (id: string) => ({ _id: new mongoose.Types.ObjectId(id) })
  const read: Intruder['read'] = async (collection, id) => {
    const row = await rows(collection).findOne(named(id))
    if (!row) throw new Error(`no row ${id} in ${collection}`)
    return row
  }
  return {
    read,
    edit: async (collection, id, values) => {
      const row = await read(collection, id)
      await rows(collection).updateOne(named(id), { $set: values })
      return Object.fromEntries(Object.keys(values).map((name) => [name, row[name]]))
    },
    remove: async (collection, id) => void (await rows(collection).deleteOne(named(id))),
    leave: () => connection.close(),
  }
}

export const intrude = async (server: TestServer): Promise<Intruder> =>
  server.mongodb ? inMongo(server.mongodb) : inFile(server)
