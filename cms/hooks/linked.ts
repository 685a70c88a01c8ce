import type {
  CollectionBeforeValidateHook,
  CollectionSlug,
  Field,
  GlobalBeforeValidateHook,
  PayloadRequest,
  RelationshipField,
  UploadField,
  Where,
} from 'payload'
import { refusal, RefusalError, refuse } from '../../src/errors/refusal.ts'
import { ports } from '../base/ports.ts'
import { isRowId, rowsOf } from '../records/rows.ts'
import { readStanding } from '../town/standing.ts'
import { givenIn, isRow, type Row } from './given.ts'

type LinkField = RelationshipField | UploadField
/** A link of a document: which collection, which row, and where it stands. */
export type Link = { readonly to: string; readonly id: string; readonly at: string }

/** An id, or the whole row as a reading gives it: a client that changes a row sends back what it read. */
const idIn = (value: unknown): string | undefined => {
  const id = isRow(value) ? value['id'] : value
  return typeof id === 'string' ? id : undefined
}

/** What a value says as a link; undefined where it is of another type, or of a collection the field does not lead to. */
const read = (field: LinkField, value: unknown): Omit<Link, 'at'> | undefined => {
  const { relationTo } = field
  const isOne = typeof relationTo === 'string'
  if (!isOne && !isRow(value)) return undefined
  const to = isOne ? relationTo : relationTo.find((slug) => slug === (value as Row)['relationTo'])
  const id = idIn(isOne ? value : (value as Row)['value'])
  return to !== undefined && id !== undefined ? { to, id } : undefined
}

type Place = { readonly value: unknown; readonly at: string }

const placesOf = (field: LinkField, value: unknown, at: string): readonly Place[] => {
  if (value === '') return []
  if (!field.hasMany) return [{ value, at }]
  return Array.isArray(value)
    ? value.map((one: unknown, i) => ({ value: one, at: `${at}.${i}` }))
    : refuse('FIELD_INVALID', { field: at, got: typeof value })
}

/**
 * Refuses values that cannot be a link: null among entries, another collection, another type, a text that is no id.
 */
export const refuseNoLink = (field: LinkField, given: unknown, path: string): void => {
  for (const { value, at } of placesOf(field, given, path)) {
    const link = read(field, value)
    if (!link) refuse('FIELD_INVALID', { field: at, got: value === null ? 'null' : typeof value })
    // Payload takes `none` and `null` for no link.
    else if (!isRowId(link.id)) refuse('LINK_UNKNOWN', { field: at })
  }
}

/** Values that were stored before may be of any kind; those that are no link are passed over. */
const linksIn = (fields: readonly Field[], data: Row): readonly Link[] =>
  [...givenIn(fields, data)].flatMap(({ field, value, at }) => {
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    if (field.hasMany && !Array.isArray(value)) return []
    return placesOf(field, value, at).flatMap((place) => {
      const link = read(field, place.value)
      return link ? [{ ...link, at: place.at }] : []
    })
  })

const nameOf = ({ to, id }: Pick<Link, 'to' | 'id'>): string => `${to}/${id}`

const there = async (
  req: PayloadRequest,
  to: string,
  ids: readonly string[],
  access: Where | true,
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const named: Where = { id: { in: [...ids] } }
  const where = access === true ? named : { and: [named, access] }
  return (await rowsOf<{ id: unknown }>(req.payload, to, { where, req })).map(({ id }) => String(id))
}

/** Of these the contents that stand released: what everybody sees on a screen any writer may name (CMS-99). */
const released = async (
  req: PayloadRequest,
  to: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (!ports().kinds.writtenIn(to)) return []
  const rows = await there(req, to, ids, true)
  const standing = await readStanding(req.payload, rows, req)
  return rows.filter((id) => standing.get(id)?.collection === to)
}

/** Ids of one collection that the person may lead to, being there; the server itself to all. */
const linkable = async (
  req: PayloadRequest,
  to: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const slug = to as CollectionSlug
  const access = req.user ? await req.payload.collections[slug].config.access.read({ req }) : true
  const own = access ? await there(req, to, ids, access) : []
  if (access === true) return own
  const named = new Set(own)
  const others = ids.filter((id) => !named.has(id))
  return [...own, ...(await released(req, to, others))]
}

const refuseDangling = async (req: PayloadRequest, fresh: readonly Link[]): Promise<void> => {
  const found = new Set<string>()
  for (const to of new Set(fresh.map((link) => link.to))) {
    const ids = [...new Set(fresh.filter((link) => link.to === to).map(({ id }) => id))]
    for (const id of await linkable(req, to, ids)) found.add(nameOf({ to, id }))
  }
  const [first, ...more] = fresh
    .filter((link) => !found.has(nameOf(link)))
    .map(({ at }) => refusal('LINK_UNKNOWN', { field: at }))
  if (first) throw new RefusalError(first, ...more)
}

/**
 * CMS-36: a new link leads to a row that is there and that the person may read, drafts too, or to a content that stands
 * released. What stood there before is not asked again, so a row of old whose link dangles can still be mended field by field.
 */
const check = async (
  req: PayloadRequest,
  fields: readonly Field[],
  data: unknown,
  originalDoc: unknown,
): Promise<void> => {
  if (!isRow(data)) return
  const stood = new Set(isRow(originalDoc) ? linksIn(fields, originalDoc).map(nameOf) : [])
  await refuseDangling(
    req,
    linksIn(fields, data).filter((link) => !stood.has(nameOf(link))),
  )
}

export const linkedRows: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  await check(req, collection.fields, data, originalDoc)
  return data
}

export const linkedRowsOfGlobal: GlobalBeforeValidateHook = async ({ global, data, originalDoc, req }) => {
  await check(req, global.fields, data, originalDoc)
  return data
}
