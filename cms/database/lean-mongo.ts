import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { FlattenedField } from 'payload'
import {
  conditionOf,
  leadsTo,
  type Condition,
  type CountQuestion,
  type Fields,
  type LeanQuestion,
  type LeanReader,
  type Leads,
} from './lean.ts'
import type { Doc } from './readable.ts'

type Filter = Record<string, unknown>
type Types = MongooseAdapter['connection']['base']['Types']

const HEX = /^[0-9a-f]{24}$/i

/** A link may be stored as text or as the database's own id. */
const spellings = (types: Types, value: unknown): readonly unknown[] =>
  typeof value === 'string' && HEX.test(value) ? [value, new types.ObjectId(value)] : [value]

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}-]/g, (sign) => `\\${sign}`)

const isKnown = (field: FlattenedField | undefined): boolean =>
  field !== undefined && ['text', 'textarea', 'select', 'relationship', 'upload', 'date'].includes(field.type)

type Named = { readonly prefix: string; readonly id: string; readonly types: Types }

const filterOf = (named: Named, fields: Fields, condition: Condition): Filter | undefined => {
  const { prefix, id, types } = named
  const lists = (all: readonly Condition[], word: '$and' | '$or'): Filter | undefined => {
    const inner = all.map((one) => filterOf(named, fields, one))
    if (!inner.every((one) => one !== undefined)) return undefined
    if (inner.length === 0) return word === '$and' ? {} : { $nor: [{}] }
    return { [word]: inner }
  }
  if ('all' in condition) return lists(condition.all, '$and')
  if ('any' in condition) return lists(condition.any, '$or')
  const [name = '', part] = condition.field.split('.')
  const field = fields.get(name)
  if (name !== 'id' && (!isKnown(field) || (part !== undefined && part !== 'value'))) return undefined
  const path = name === 'id' ? id : `${prefix}${condition.field}`
  if (condition.is === 'in' || condition.is === 'outside') {
    // Days are stored as the database's own, which a text never equals.
    if (field?.type === 'date') return undefined
    const values = condition.values.flatMap((value) => spellings(types, value))
    return { [path]: condition.is === 'in' ? { $in: values } : { $nin: values } }
  }
  if (condition.is === 'containing') return { [path]: { $regex: escaped(condition.text), $options: 'i' } }
  return field?.type === 'date' ? { [path]: condition.is === 'missing' ? null : { $ne: null } } : undefined
}

/** Ids as text, instants as the adapter gives them. */
const plain = (types: Types, value: unknown): unknown => {
  if (value instanceof types.ObjectId) return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? Number.NaN : value.toISOString()
  if (Array.isArray(value)) return value.map((one) => plain(types, one))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(types, one)]))
  return value
}

type Db = Pick<MongooseAdapter, 'collections' | 'versions' | 'connection'>

/** Where the rows of a question lie, and which of them it means. */
const sourceOf = (
  db: Db,
  { collection, drafts, where }: Pick<LeanQuestion, 'collection' | 'drafts' | 'where'>,
  fields: Fields,
) => {
  const found = (drafts ? db.versions : db.collections)[collection]?.collection
  const named: Named = {
    types: db.connection.base.Types,
    prefix: drafts ? 'version.' : '',
    id: drafts ? 'parent' : '_id',
  }
  const condition = conditionOf(where)
  const filter = condition && filterOf(named, fields, condition)
  return found && filter
    ? { found, named, filter: drafts ? { $and: [{ latest: true }, filter] } : filter }
    : undefined
}

const leading = ({ types, prefix }: Named, { field, to }: Leads, isSo: boolean): Filter => ({
  [`${prefix}${field}`]: { [isSo ? '$in' : '$nin']: spellings(types, to) },
})

const countIn =
  (db: Db) =>
  (question: CountQuestion, fields: Fields): ReturnType<LeanReader['count']> => {
    const source = sourceOf(db, question, fields)
    if (!source) return undefined
    const { found, named, filter } = source
    const led = { $and: [filter, leading(named, question.leads, true)] }
    return (async () => ({
      all: await found.countDocuments(filter),
      leading: await found.countDocuments(led),
    }))()
  }

const rowsIn =
  (db: Db) =>
  (question: LeanQuestion, fields: Fields): ReturnType<LeanReader['rows']> => {
    const { drafts, only, sort, limit, offset, leads } = question
    const source = sourceOf(db, question, fields)
    if (!source) return undefined
    const { found, named } = source
    const { types, prefix, id } = named
    const filter =
      leads?.only === undefined ? source.filter : { $and: [source.filter, leading(named, leads, leads.only)] }
    const falling = sort.startsWith('-')
    const by = falling ? sort.slice(1) : sort
    const order = falling ? -1 : 1
    // Pages together are all rows, so of them equal ones have an order too.
    const after: Record<string, 1 | -1> = offset === undefined ? { createdAt: -1 } : { _id: order }
    const sorted: Record<string, 1 | -1> =
      by === 'id' ? { [id]: order } : { [`${prefix}${by}`]: order, ...after }
    const projection = Object.fromEntries(
      [id, ...[...only, ...(leads ? [leads.field] : [])].map((name) => `${prefix}${name}`)].map((name) => [
        name,
        1,
      ]),
    )
    return (async () => {
      const cursor = found
        .find(filter, { projection })
        .sort(sorted)
        .skip(offset ?? 0)
      const docs = await (limit > 0 ? cursor.limit(limit) : cursor).toArray()
      return docs.map((stored): Doc => {
        const row = (drafts ? (stored['version'] ?? {}) : stored) as Doc
        return {
          id: plain(types, stored[id]),
          ...Object.fromEntries(only.map((name) => [name, plain(types, row[name])])),
          ...(leads && { leads: leadsTo(row[leads.field], leads.to) }),
        }
      })
    })()
  }

/** The short way on MongoDB: its own driver, without models and documents. */
export const leanMongo = (db: Db): LeanReader => ({ rows: rowsIn(db), count: countIn(db) })
