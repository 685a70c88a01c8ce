/**
 * Indexes of the embedded file that Payload does not make by itself. Nearly every row of versions is the newest draft of
 * its content, so the index of those alone finds nothing, and a question for ten of them walked the whole table: by
 * content, in the order of lists, and in the order in which Payload asks for a page of its own before ours is drawn.
 */
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type Wanted = Readonly<Record<string, readonly string[]>>

const OF_DRAFTS: Wanted = {
  latest_parent: ['latest', 'parent', 'id'],
  latest_updated: ['latest', 'version_updatedAt', 'id'],
  latest_created: ['latest', 'version_createdAt', 'createdAt'],
}

const OF_SUBMISSIONS: Wanted = { submitted: ['submittedAt', 'createdAt'] }

/** Before the schema is made of the tables, so that migrations know these indexes as they know all others. */
export const addIndexes = (db: Pick<SQLiteAdapter, 'rawTables' | 'beforeSchemaInit'>): void => {
  db.beforeSchemaInit.push(({ schema }) => {
    for (const [name, table] of Object.entries(db.rawTables)) {
      const wanted = name === 'submissions' ? OF_SUBMISSIONS : table.columns['latest'] ? OF_DRAFTS : {}
      for (const [key, on] of Object.entries(wanted))
        if (on.every((column) => table.columns[column]))
          table.indexes = { ...table.indexes, [key]: { name: `${name}_${key}_idx`, on: [...on] } }
    }
    return schema
  })
}
