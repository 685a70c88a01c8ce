import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionSlug } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Rows } from '../../src/review/access.ts'
import { mayAllRows, unitOf } from '../access/roles.ts'

const unitIn = (row: unknown): string | null => unitOf(row as Parameters<typeof unitOf>[0])

/**
 * PPL-20: who writes for his own unit alone makes rows of that unit, and hands none to another. A condition of access
 * says which stored rows are his; of the row that is being stored it says nothing.
 */
export const ownUnit =
  (rows: Rows): CollectionBeforeChangeHook =>
  ({ data, operation, req }) => {
    if (!req.user || mayAllRows(req.user, rows, operation)) return data
    const own = unitOf(req.user)
    const given = data as { readonly unit?: unknown }
    if (given.unit != null && unitIn(given) !== own) refuse('FIELD_NOT_WRITABLE', { field: 'unit' })
    return { ...data, unit: own }
  }

/**
 * Saving a draft leaves the row itself as it was, and access is asked by the row: a draft that an author of the town
 * gave to another unit would stay the first one's.
 */
export const keepUnitOfRow: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, req }) => {
  if (previousDoc?.id === undefined || unitIn(doc) === unitIn(previousDoc)) return doc
  await req.payload.db.updateOne({
    collection: collection.slug as CollectionSlug,
    id: (doc as { readonly id: string }).id,
    data: { unit: unitIn(doc) },
    req,
    returning: false,
  })
  return doc
}
