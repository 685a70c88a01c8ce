import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { FlattenedField } from 'payload'
import { conditionOf, leadsTo, type Condition, type Fields, type LeanReader } from './lean.ts'
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
  if (condition.is === 'in')
    // Days are stored as the database's own, which a text never equals.
    return field?.type === 'date'
      ? undefined
      : { [path]: { $in: condition.values.flatMap((value) => spellings(types, value)) } }
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

/** The short way on MongoDB: its own driver, without models and documents. */
export const leanMongo =
  (db: Pick<MongooseAdapter, 'collections' | 'versions' | 'connection'>): LeanReader =>
  (question, fields) => {
    const { collection, drafts, only, where, sort, limit, leads } = question
    const found = (drafts ? db.versions : db.collections)[collection]?.collection
    const named: Named = {
      types: db.connection.base.Types,
      prefix: drafts ? 'version.' : '',
      id: drafts ? 'parent' : '_id',
    }
    const condition = conditionOf(where)
    const filter = condition && filterOf(named, fields, condition)
    if (!found || !filter) return undefined
    const { types, prefix, id } = named
    const falling = sort.startsWith('-')
    const by = falling ? sort.slice(1) : sort
    const order = falling ? -1 : 1
    const projection = Object.fromEntries(
      [id, ...[...only, ...(leads ? [leads.field] : [])].map((name) => `${prefix}${name}`)].map((name) => [
        name,
        1,
      ]),
    )
    return (async () => {
      const cursor = found
        .find(drafts ? { $and: [{ latest: true }, filter] } : filter, { projection })
        .sort(by === 'id' ? { [id]: order } : { [`${prefix}${by}`]: order, createdAt: -1 })
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
