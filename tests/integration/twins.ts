/** Screens alike one that is there, paired with keys of their own: rows as pairing would have left them. */
import { randomUUID } from 'node:crypto'
import { openFile } from './intruder.ts'
import type { TestServer } from './server.ts'

type Place = Pick<TestServer, 'dataDir' | 'mongodb'>

const rowOf = (key: string) => ({ name: `屏 ${key.slice(0, 8)}`, key, fingerprint: '0000', at: new Date() })

const inFile = (server: Place, like: string, keys: readonly string[]): void => {
  const file = openFile(server)
  const names = file.prepare('SELECT group_concat(name) AS names FROM pragma_table_info(?)').get('screens')
  const columns = String(names?.['names']).split(',')
  const made = ['id', 'name', 'key', 'fingerprint', 'paired_at']
  const values = columns.map((name) => (made.includes(name) ? `@${name}` : `"${name}"`))
  const screen = file.prepare(
    `INSERT INTO screens (${columns.join()}) SELECT ${values.join()} FROM screens WHERE id = @like`,
  )
  const scheduled = file.prepare(
    `INSERT INTO schedules_rels ("order", parent_id, path, screens_id)
     SELECT 1, parent_id, path, ? FROM schedules_rels WHERE path = 'screens' AND screens_id = ?`,
  )
  file.exec('BEGIN')
  for (const { at, ...row } of keys.map(rowOf)) {
    const id = randomUUID()
    screen.run({ ...row, id, like, paired_at: at.toISOString() })
    scheduled.run(id, like)
  }
  file.exec('COMMIT')
  file.close()
}

const inMongo = async (uri: string, like: string, keys: readonly string[]): Promise<void> => {
  const { default: mongoose } = await import('mongoose')
  const connection = await mongoose.createConnection(uri).asPromise()
  const one = new mongoose.Types.ObjectId(like)
  const model = await connection.collection('screens').findOne({ _id: one })
  const twins = keys.map(rowOf).map(({ at, ...row }) => ({
    ...model,
    ...row,
    _id: new mongoose.Types.ObjectId(),
    pairedAt: at,
  }))
  await connection.collection('screens').insertMany(twins)
  const ids = twins.map(({ _id }) => _id)
  const more = { $push: { screens: { $each: ids } } } as never
  await connection.collection('schedules').updateMany({ screens: one }, more)
  await connection.close()
}

/** While the town stands still: it reads its rows when it starts. */
export const addTwins = async (server: Place, like: string, keys: readonly string[]): Promise<void> =>
  server.mongodb ? inMongo(server.mongodb, like, keys) : inFile(server, like, keys)
