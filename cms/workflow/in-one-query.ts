import DataLoader from 'dataloader'
import type { Reader } from '../records/rows.ts'

/** Names asked for in one query: SQLite takes some ten thousands, MongoDB sixteen megabytes. */
const AT_ONCE = 5000

/**
 * What hooks ask for row by row, read for all rows of a list at once: a list of any length costs as many queries as a
 * row. Nothing is kept between two askings, for a row may be decided on in between.
 */
export const inOneQuery = <Value>(
  read: (req: Reader, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
) => {
  const loaders = new WeakMap<Reader, DataLoader<string, Value | undefined>>()
  const loaderOf = (req: Reader) =>
    new DataLoader<string, Value | undefined>(
      async (keys) => {
        const found = await read(req, [...new Set(keys)])
        return keys.map((key) => found.get(key))
      },
      { cache: false, maxBatchSize: AT_ONCE },
    )
  return (req: Reader, key: string): Promise<Value | undefined> => {
    const loader = loaders.get(req) ?? loaderOf(req)
    loaders.set(req, loader)
    return loader.load(key)
  }
}
