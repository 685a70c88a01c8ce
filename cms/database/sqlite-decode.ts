import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { isInstant } from './readable.ts'

type Column = { mapFromDriverValue: (value: unknown) => unknown }

/** What the driver may hand over for a column of this kind; all else throws, or passes for something, further on. */
const decodes = (type: string, value: unknown): boolean => {
  if (type === 'timestamp') return isInstant(value)
  if (type === 'boolean') return value === 0 || value === 1
  return true
}

const done = new WeakSet<Column>()

/**
 * SQLite stores anything in any column, and one date that is none would throw for the whole list it stands in. Read
 * here as NaN, which fits no field, so that `mend` finds it in its row.
 */
export const decodeAll = ({ rawTables, tables }: Pick<SQLiteAdapter, 'rawTables' | 'tables'>): void => {
  for (const [table, { columns }] of Object.entries(rawTables))
    for (const [key, { type }] of Object.entries(columns)) {
      const column = (tables[table] as unknown as Record<string, Column | undefined> | undefined)?.[key]
      if (!column || done.has(column)) continue
      done.add(column)
      const decode = column.mapFromDriverValue.bind(column)
      column.mapFromDriverValue = (value) => {
        if (!decodes(type, value)) return Number.NaN
        try {
          return decode(value)
        } catch {
          return Number.NaN
        }
      }
    }
}
