/**
 * CMS-120: an order is asked for by the names of fields. What can be no name is passed over, as the file's database does with
 * names it does not know: MongoDB would take it for a path, and end the whole reading over an empty one.
 */
import type { BaseDatabaseAdapter } from 'payload'

const NAME = /^-?\w[\w-]*(?:\.\w[\w-]*)*$/
/** MongoDB orders by thirty-two at most, and Payload adds one. */
const MOST = 16

const READS = ['find', 'findVersions', 'findGlobalVersions', 'queryDrafts', 'updateMany'] as const

type Args = Readonly<Record<string, unknown>> & { readonly sort?: unknown }
type Operation = (args: Args) => Promise<unknown>

const named = (sort: unknown): readonly string[] =>
  (Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : [])
    .filter((name): name is string => typeof name === 'string' && NAME.test(name))
    .slice(0, MOST)

const inOrder = ({ sort, ...rest }: Args): Args => {
  const names = named(sort)
  return names.length > 0 ? { ...rest, sort: names } : rest
}

/** Wraps the readings of MongoDB's adapter that was just made. */
export const sortByNames = (db: BaseDatabaseAdapter): void => {
  const raw = db as unknown as Record<string, Operation>
  for (const name of READS) {
    const read = raw[name]?.bind(db) as Operation
    raw[name] = (args) => read(inOrder(args))
  }
}
