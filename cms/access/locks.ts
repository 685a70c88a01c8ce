import type {
  Access,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedConfig,
  Where,
} from 'payload'
import { rowsOf } from '../records/rows.ts'
import { nobody } from './roles.ts'

export const LOCKS = 'payload-locked-documents'

/** The rows of a collection a person may change: all, none, or these. */
const editable = async (req: PayloadRequest, slug: CollectionSlug): Promise<boolean | readonly string[]> => {
  const access = await req.payload.collections[slug].config.access.update({ req })
  if (typeof access === 'boolean') return access
  return (await rowsOf<{ id: unknown }>(req.payload, slug, { where: access, req })).map(({ id }) =>
    String(id),
  )
}

const locksOf = (slug: CollectionSlug, rows: boolean | readonly string[]): Where[] => {
  if (rows === false) return []
  const ofCollection: Where = { 'document.relationTo': { equals: slug } }
  return rows === true ? [ofCollection] : [{ and: [ofCollection, { 'document.value': { in: [...rows] } }] }]
}

/** A lock says who edits a row. People who may edit that row themselves see it, and may take it over or end it. */
const whoMayEdit: Access = async ({ req }) => {
  if (!req.user) return false
  const { collections, globals } = req.payload.config
  const shown: Where[] = []
  for (const { lockDocuments, slug } of collections)
    if (lockDocuments !== false) shown.push(...locksOf(slug, await editable(req, slug)))
  for (const { access, slug } of globals)
    if (await access.update({ req })) shown.push({ globalSlug: { equals: slug } })
  return shown.length > 0 && { or: shown }
}

/**
 * Taking over is the only change of a lock: to oneself, of the row it is about, from now. A lock in another's name, or
 * dated ahead, would keep everybody out for ever.
 */
const takeOver: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (!req.user) return data
  const { document, globalSlug } = (originalDoc ?? {}) as Record<string, unknown>
  const { updatedAt: _updated, createdAt: _created, ...rest } = data as Record<string, unknown>
  return { ...rest, document, globalSlug, user: { relationTo: req.user.collection, value: req.user.id } }
}

type Asked = {
  readonly req: PayloadRequest
  readonly collectionSlug?: string
  readonly globalSlug?: string
  readonly id?: number | string
  readonly returnLockStatus?: boolean
}

const mayEdit = async ({ collectionSlug, globalSlug, id, req }: Asked): Promise<boolean> => {
  if (!req.user) return false
  if (globalSlug !== undefined) {
    const global = req.payload.config.globals.find(({ slug }) => slug === globalSlug)
    return Boolean(await global?.access.update({ req }))
  }
  const slug = collectionSlug as CollectionSlug
  if (!req.payload.collections[slug]) return false
  const rows = await editable(req, slug)
  return typeof rows === 'boolean' ? rows : rows.includes(String(id))
}

/**
 * Payload locks a row whenever a form asks for its state, whoever is asking. Here only people who may edit the row
 * lock it.
 */
export const lockingOwnRows = async <T extends Asked>(asked: T): Promise<T> =>
  asked.returnLockStatus && !(await mayEdit(asked)) ? { ...asked, returnLockStatus: false } : asked

/** Nobody's to read or write by any door of Payload's. */
const CLOSED = ['payload-migrations', 'payload-kv', 'payload-jobs']

/**
 * Payload's own rows follow the rights of the rows they speak of (CMS-44): locks as above; its migrations, store and jobs
 * can be read by nobody; preferences are each person's own already.
 */
export const guardHelpers = (config: SanitizedConfig): SanitizedConfig => {
  for (const { access, hooks, slug } of config.collections) {
    if (slug === LOCKS) {
      Object.assign(access, { read: whoMayEdit, update: whoMayEdit, delete: whoMayEdit, create: nobody })
      hooks.beforeChange.push(takeOver)
    }
    if (CLOSED.includes(slug))
      Object.assign(access, { read: nobody, update: nobody, delete: nobody, create: nobody })
  }
  return config
}
