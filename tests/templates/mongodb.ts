/** Address of another database on the same server. */
export const databaseAt = (uri: string, name: string): string =>
  uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+)(?:\/[^?]*)?/, `$1/${name}`)

const connect = async (uri: string) => {
  const { default: mongoose } = await import('mongoose')
  return mongoose.createConnection(uri).asPromise()
}

export const dropDatabase = async (uri: string): Promise<void> => {
  const connection = await connect(uri)
  await connection.dropDatabase()
  await connection.close()
}

/** Rows alone, in place of all that stood there: the product makes what indexes are missing when it opens a database. */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const [source, target] = await Promise.all([connect(from), connect(to)])
  const stood = (await target.listCollections()).map(({ name }) => target.collection(name).deleteMany({}))
  await Promise.all(stood)
  for (const { name } of await source.listCollections()) {
    const rows = await source.collection(name).find().toArray()
    if (rows.length > 0) await target.collection(name).insertMany(rows)
  }
  await Promise.all([source.close(), target.close()])
}

/** Rows of every collection as extended JSON, in place of all that stood there. */
export const fillDatabase = async (uri: string, rows: string): Promise<void> => {
  const { default: mongoose } = await import('mongoose')
  const connection = await connect(uri)
  const all = mongoose.mongo.BSON.EJSON.parse(rows) as Readonly<Record<string, Record<string, unknown>[]>>
  for (const { name } of await connection.listCollections()) await connection.collection(name).deleteMany({})
  for (const [name, found] of Object.entries(all))
    if (found.length > 0) await connection.collection(name).insertMany(found)
  await connection.close()
}
