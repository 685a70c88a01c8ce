/** Whether stored values are of the kind their fields store. Pure: a row comes in and is mended in place. */
import type { FlattenedField } from 'payload'

export type Doc = Record<string, unknown>
type Tell = (path: string) => void
/** `complete`: the row was read whole, so a required field that is missing is damage too. */
type How = { readonly complete: boolean; readonly tell: Tell }

const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
/** As Payload writes instants; `Date.parse` alone takes "-1" for a day of 2001. */
const INSTANT = /^[+-]?\d{4,6}-\d{2}-\d{2}/
export const isInstant = (value: unknown): value is string =>
  isText(value) && INSTANT.test(value) && !Number.isNaN(Date.parse(value))
const isDate = (value: unknown): boolean =>
  isInstant(value) || (value instanceof Date && !Number.isNaN(value.getTime()))
export const isId = (value: unknown): value is string | number =>
  (isText(value) && value !== '') || isNumber(value)

type OneOf = { readonly options: readonly (string | { readonly value: string })[] }
const isOption = ({ options }: OneOf, value: unknown): boolean =>
  options.some((option) => (typeof option === 'string' ? option : option.value) === value)

const isLink = (to: string | readonly string[], value: unknown): boolean =>
  isText(to)
    ? isId(value)
    : isDoc(value) && isText(value['relationTo']) && to.includes(value['relationTo']) && isId(value['value'])

/** The kind of one value of a field, or null where any value will do. */
const kindOf = (field: FlattenedField): ((value: unknown) => boolean) | null => {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return isText
    case 'number':
      return isNumber
    case 'checkbox':
      return (value) => typeof value === 'boolean'
    case 'date':
      return isDate
    case 'select':
    case 'radio':
      return (value) => isOption(field, value)
    case 'relationship':
    case 'upload':
      return (value) => isLink(field.relationTo, value)
    case 'json':
      return (value) => !Number.isNaN(value)
    default:
      return null
  }
}

/** Payload's own stamps, which no row is without: long ago, until the row is saved again. */
const STAMPS = ['createdAt', 'updatedAt']
const LONG_AGO = new Date(0).toISOString()

/** Whether a cell needs no mending; one that is empty never does where a row is read in part. */
export const fitsIn = (field: FlattenedField): ((value: unknown) => boolean) => {
  const fits = kindOf(field)
  const isPlain = fits !== null && !('hasMany' in field && field.hasMany === true)
  const alone = (value: unknown): boolean => mend([field], { [field.name]: value }, false).length === 0
  return (value) => value === null || value === undefined || (isPlain ? fits(value) : alone(value))
}

/** What stands for a value that cannot be read: of the field's own kind where that kind has an empty one. */
export const emptyOf = (field: FlattenedField): unknown => {
  if (STAMPS.includes(field.name)) return LONG_AGO
  if (('hasMany' in field && field.hasMany) || field.type === 'array') return []
  if (field.type === 'group' || field.type === 'tab') return {}
  if (field.type === 'checkbox') return false
  return kindOf(field) === isText ? '' : null
}

const mendList = (field: FlattenedField & { type: 'array' }, doc: Doc, path: string, how: How): void => {
  const rows = doc[field.name]
  if (!Array.isArray(rows)) {
    how.tell(path)
    doc[field.name] = []
    return
  }
  doc[field.name] = rows.filter((row: unknown, i) => {
    if (isDoc(row)) mendFields(field.flattenedFields, row, `${path}.${i}.`, how)
    else how.tell(`${path}.${i}`)
    return isDoc(row)
  })
}

const mendValue = (field: FlattenedField, doc: Doc, path: string, how: How): void => {
  const value = doc[field.name]
  if (field.type === 'array') return mendList(field, doc, path, how)
  if ((field.type === 'group' || field.type === 'tab') && isDoc(value))
    return mendFields(field.flattenedFields, value, `${path}.`, how)
  const fits = kindOf(field)
  if (!fits) return
  const many = 'hasMany' in field && field.hasMany === true
  if (many && Array.isArray(value)) {
    if (value.every(fits)) return
    doc[field.name] = value.filter(fits)
  } else {
    if (!many && fits(value)) return
    doc[field.name] = emptyOf(field)
  }
  how.tell(path)
}

/** A link may be empty in an old row; a plain value that its field requires was there when the row was written. */
const isRequired = (field: FlattenedField): boolean =>
  'required' in field &&
  field.required === true &&
  !field.admin?.condition &&
  !['relationship', 'upload', 'array', 'group', 'tab', 'json'].includes(field.type)

const mendFields = (fields: readonly FlattenedField[], doc: Doc, path: string, how: How): void => {
  for (const field of fields) {
    if (('virtual' in field && field.virtual) || field.name === 'id') continue
    const value = doc[field.name]
    const at = `${path}${field.name}`
    if (value !== null && value !== undefined) mendValue(field, doc, at, how)
    else if (how.complete && isRequired(field)) {
      doc[field.name] = emptyOf(field)
      how.tell(at)
    }
  }
}

/** Empties what is of another kind than its field stores; answers the paths of what was emptied. */
export const mend = (fields: readonly FlattenedField[], doc: Doc, complete: boolean): readonly string[] => {
  const told: string[] = []
  mendFields(fields, doc, '', { complete, tell: (path) => void told.push(path) })
  return told
}
