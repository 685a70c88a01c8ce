import type { Field } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): boolean => typeof value === 'string'

/** Whether a value is of the kind a field stores; what Payload itself checks well is not looked at again. */
const fits = (field: Field, value: unknown): boolean => {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
      return isText(value)
    case 'select':
      return field.hasMany ? Array.isArray(value) && value.every(isText) : isText(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'checkbox':
      return typeof value === 'boolean'
    case 'date':
      return isText(value) || value instanceof Date
    case 'array':
      return Array.isArray(value) && value.every(isRow)
    default:
      return true
  }
}

/**
 * Refuses FIELD_INVALID where a body holds another type than its field stores: an object given for a text reaches
 * SQLite's driver otherwise, which throws, and MongoDB's, which stores it.
 */
export const refuseIllTyped = (fields: readonly Field[], data: Row, path = ''): void => {
  for (const field of fields) {
    if (field.type === 'row' || field.type === 'collapsible') refuseIllTyped(field.fields, data, path)
    if (!('name' in field) || !field.name) continue
    const value = data[field.name]
    const at = `${path}${field.name}`
    if (value === null || value === undefined) continue
    // An emptied number or date comes from the form as an empty text.
    const emptied =
      value === '' && (field.type === 'number' || field.type === 'date' || field.type === 'select')
    if (!emptied && !fits(field, value)) refuse('FIELD_INVALID', { field: at, got: typeof value })
    if (field.type === 'array' && Array.isArray(value))
      value.forEach((row, i) => refuseIllTyped(field.fields, row as Row, `${at}.${i}.`))
  }
}
