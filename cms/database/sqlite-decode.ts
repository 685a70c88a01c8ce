import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { isInstant } from './readable.ts'

type Column = { mapFromDriverValue: (value: unknown) => unknown }

/**
 * The types a driver may give for a column of this kind. Anything else makes later code throw, or is taken for
 * something it is not.
 */
const decodes = (type: string, value: unknown): boolean => {
  if (type === 'timestamp') return isInstant(value)
  if (type === 'boolean') return value === 0 || value === 1
  return true
}

const done = new WeakSet<Column>()

/**
 * SQLite stores any value in any column, and one cell of a date column that holds no date would throw for the whole
 * list. Such a cell is read as NaN, which fits no field, so that `mend` finds it and empties it (I17).
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
