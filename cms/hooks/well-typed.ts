import type { Field } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { givenIn, isRow, type NamedField, type Row } from './given.ts'
import { isDay } from './days.ts'
import { refuseNoLink } from './linked.ts'

/** More than anybody lists by hand, and few enough for one statement of any database. */
const MOST_ENTRIES = 2_000

const isText = (value: unknown): boolean => typeof value === 'string'

/** Whether a value is of the kind a field stores; what Payload itself checks well is not looked at again. */
const fits = (field: NamedField, value: unknown): boolean => {
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
    case 'group':
      return isRow(value)
    default:
      return true
  }
}

/** An emptied number, date or link comes from the form as an empty text. */
const EMPTIED = new Set(['number', 'date', 'select', 'relationship', 'upload'])

/**
 * Refuses a body that holds a value of another type than its field stores, a day that does not exist, a value that
 * cannot be a link, or a list without end. Else an object given for a text would reach the driver: SQLite's throws,
 * MongoDB's stores it.
 */
export const refuseIllTyped = (fields: readonly Field[], data: Row): void => {
  for (const { field, value, at } of givenIn(fields, data)) {
    if (value === '' && EMPTIED.has(field.type)) continue
    if (!fits(field, value)) refuse('FIELD_INVALID', { field: at, got: typeof value })
    if (Array.isArray(value) && value.length > MOST_ENTRIES)
      refuse('TOO_MANY_ITEMS', { field: at, limit: MOST_ENTRIES, got: value.length })
    if (field.type === 'date' && !isDay(value))
      refuse('DATE_INVALID', { field: at, got: String(value).slice(0, 40) })
    if (field.type === 'relationship' || field.type === 'upload') refuseNoLink(field, value, at)
  }
}
