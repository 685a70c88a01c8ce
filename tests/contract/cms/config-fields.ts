import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import type { Desk } from './desk.ts'

type Found<T> = {
  readonly collection: SanitizedCollectionConfig
  readonly field: T
  /** As a body names it; a row of a list stands at 0. */
  readonly path: string
}

const within = (fields: readonly FlattenedField[], path: string): [FlattenedField, string][] =>
  fields.flatMap((field) => {
    const at = `${path}${field.name}`
    const rows = field.type === 'array' ? `${at}.0.` : field.type === 'group' ? `${at}.` : null
    return rows !== null && 'flattenedFields' in field ? within(field.flattenedFields, rows) : [[field, at]]
  })

/** Every field of the configuration that `is` one; a field that is added tomorrow is among them. */
export const fieldsOf = <T extends FlattenedField>(
  collections: readonly SanitizedCollectionConfig[],
  is: (field: FlattenedField) => field is T,
): Found<T>[] =>
  collections.flatMap((collection) =>
    within(collection.flattenedFields, '').flatMap(([field, path]) =>
      is(field) ? [{ collection, field, path }] : [],
    ),
  )

/** The collections a person may fill by Payload's own doors. */
export const writable = async (desk: Desk): Promise<SanitizedCollectionConfig[]> => {
  const req = await desk.requestOf('everything')
  const all = await Promise.all(
    desk.config.collections.map(async (one) => ((await one.access.create({ req })) ? [one] : [])),
  )
  return all.flat()
}

/** A body with one value at a path. */
export const bodyWith = (path: string, value: unknown): Record<string, unknown> => {
  const [name = '', next, ...rest] = path.split('.')
  if (next === undefined) return { [name]: value }
  if (next === '0') return { [name]: [bodyWith(rest.join('.'), value)] }
  return { [name]: bodyWith([next, ...rest].join('.'), value) }
}
