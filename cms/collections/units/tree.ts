import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'

type Unit = { readonly id: string; readonly parent?: string | { readonly id: string } | null }

const idOf = (parent: Unit['parent']): string | null =>
  parent == null ? null : typeof parent === 'object' ? String(parent.id) : String(parent)

const parentOf = async (req: PayloadRequest, id: string): Promise<string | null> => {
  const where = { id: { equals: id } }
  return idOf((await req.payload.db.findOne<Unit>({ collection: 'units', where, req }))?.parent)
}

/**
 * PPL-6: walks up from the parent that is about to be saved, within the transaction that saves it. Writers take turns, so
 * of two edits that would close a circle together the second sees the first. A circle that an older version let in ends
 * the walk.
 */
export const refuseCircle: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const own = String((originalDoc as Unit).id)
  const seen = new Set<string>()
  let above = idOf((data as Partial<Unit>).parent)
  while (above !== null && !seen.has(above)) {
    if (above === own) refuse('UNIT_CYCLE', { field: 'parent' })
    seen.add(above)
    above = await parentOf(req, above)
  }
  return data
}
