import type { BaseDatabaseAdapter } from 'payload'

/**
 * Where nothing is found, the SQLite adapter asks a second time without the tables the question needs, which is a fault
 * of the database instead of a row that is not there. So the row is looked for first and deleted by its id.
 */
export const deleteWhatIsThere = (db: BaseDatabaseAdapter): void => {
  const deleteOne = db.deleteOne.bind(db)
  db.deleteOne = (async (args) => {
    const { collection, req, where } = args
    const found = await db.find<{ id: string }>({
      collection,
      where,
      limit: 1,
      pagination: false,
      select: { id: true },
      ...(req && { req }),
    })
    const [row] = found.docs
    return row ? deleteOne({ ...args, where: { id: { equals: row.id } } }) : null
  }) as typeof db.deleteOne
}
