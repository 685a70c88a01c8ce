import type { Field } from 'payload'

export type Row = Record<string, unknown>
export type NamedField = Extract<Field, { name: string }>

/**
 * A value of a document with its field and where it stands, written as the form does: `steps.2.says`, and the row it
 * stands in.
 */
export type Given = {
  readonly field: NamedField
  readonly value: unknown
  readonly at: string
  readonly row: Row
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inside = function* (field: NamedField, value: unknown, at: string): Generator<Given> {
  if (field.type === 'group' && isRow(value)) yield* givenIn(field.fields, value, `${at}.`)
  if (field.type !== 'array' || !Array.isArray(value)) return
  for (const [i, row] of value.entries()) if (isRow(row)) yield* givenIn(field.fields, row, `${at}.${i}.`)
}

/**
 * Every value of a document, an outer one before those inside it. A hook that refuses an outer value is not asked
 * about its inside, so later checks may rely on earlier ones.
 */
export const givenIn = function* (fields: readonly Field[], data: Row, path = ''): Generator<Given> {
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const own = 'name' in tab && tab.name ? tab.name : undefined
        const within = own === undefined ? data : data[own]
        if (isRow(within)) yield* givenIn(tab.fields, within, own === undefined ? path : `${path}${own}.`)
      }
    } else if ('name' in field && field.name) {
      const value = data[field.name]
      if (value === null || value === undefined) continue
      const at = `${path}${field.name}`
      yield { field: field as NamedField, value, at, row: data }
      yield* inside(field as NamedField, value, at)
    } else if ('fields' in field) yield* givenIn(field.fields, data, path)
  }
}
