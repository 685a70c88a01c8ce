import type { CollectionSlug, FlattenedField, Payload, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { isCivilDate, readInstant } from '../../src/time/index.ts'

/** Years outside these are taken for a slip; a year of five digits could not be read back. */
const YEARS = [1900, 2999] as const

/** Whether a date field may take it: a day of the calendar, or an instant with its offset on such a day (TIM-2). */
export const isDay = (value: unknown): boolean => {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  if (typeof value !== 'string') return false
  const year = Number(value.slice(0, 4))
  return year >= YEARS[0] && year <= YEARS[1] && (isCivilDate(value) || readInstant(value) !== null)
}

type Collections = Payload['collections']

/** The field a path of a question names, through groups, lists, versions and links to other collections. */
const fieldAt = (
  path: readonly string[],
  fields: readonly FlattenedField[],
  all: Collections,
): FlattenedField | undefined => {
  const [name, ...rest] = path
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field
  if ('flattenedFields' in field) return fieldAt(rest, field.flattenedFields, all)
  const linked = 'relationTo' in field && typeof field.relationTo === 'string' ? field.relationTo : undefined
  return linked === undefined
    ? undefined
    : fieldAt(rest, all[linked as CollectionSlug]?.config.flattenedFields ?? [], all)
}

const isDateAt = (path: string, fields: readonly FlattenedField[], all: Collections): boolean => {
  const [first, ...rest] = path.split('.')
  const inVersion = first === 'version' && rest.length > 0 ? rest : undefined
  return fieldAt(inVersion ?? path.split('.'), fields, all)?.type === 'date'
}

/** What is asked for with `in` comes as a list, or as one text with commas. */
const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]

/** Refuses DATE_INVALID where a query names a day that does not exist: the database would look for another day. */
export const refuseWrongDays = (where: Where, fields: readonly FlattenedField[], all: Collections): void => {
  for (const [path, asked] of Object.entries(where)) {
    if (Array.isArray(asked)) {
      for (const inner of asked) refuseWrongDays(inner ?? {}, fields, all)
      continue
    }
    if (typeof asked !== 'object' || asked === null || !isDateAt(path, fields, all)) continue
    for (const value of Object.values(asked).flatMap(listed))
      if (typeof value === 'string' && !['', 'null', 'true', 'false'].includes(value) && !isDay(value))
        refuse('DATE_INVALID', { field: path.slice(0, 200), got: value.slice(0, 40) })
  }
}
