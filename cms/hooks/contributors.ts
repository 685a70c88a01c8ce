import type { CollectionBeforeChangeHook } from 'payload'

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(idOf) : [])

/**
 * Everyone who ever wrote on this content, in order; the list in the request is not looked at. It only grows: who
 * wrote an earlier draft has still written what stands in this one, and nobody approves his own (CMS-11).
 */
export const rememberContributor: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const stored = listOf((originalDoc as { contributors?: unknown } | undefined)?.contributors)
  const all = req.user ? [...stored, String(req.user.id)] : stored
  return { ...data, contributors: [...new Set(all)] }
}

/** A draft belongs to the unit of the person who began it, unless it says otherwise. */
export const defaultUnit: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const given = data as { unit?: unknown }
  const own = (req.user as { unit?: unknown } | null)?.unit
  return operation === 'create' && given.unit == null && own != null ? { ...data, unit: idOf(own) } : data
}
