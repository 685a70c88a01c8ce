import type { ClientField } from 'payload'
import { sameValue, type Row } from '../../writing/values.ts'

export const picked = (row: Row, fields: readonly string[]): Row =>
  Object.fromEntries(fields.map((field) => [field, row[field]]))

/** Fields of the first that are not the same in the second. */
export const differing = (one: Row, other: Row): readonly string[] =>
  Object.keys(one).filter((field) => !sameValue(one[field], other[field]))

type Shown = {
  readonly admin?: {
    readonly hidden?: boolean
    readonly readOnly?: boolean
    /** `unkept`: a secret, which lies nowhere on the machine while it is typed. */
    readonly custom?: { readonly unkept?: boolean }
  }
}

/** Names of the fields of a form in which people write, those inside rows and tabs too. */
export const writtenFields = (fields: readonly ClientField[]): readonly string[] =>
  fields.flatMap((field) => {
    if (field.type === 'ui') return []
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => writtenFields(tab.fields))
    if (!('name' in field)) return 'fields' in field ? writtenFields(field.fields) : []
    const { hidden, readOnly, custom } = (field as Shown).admin ?? {}
    return hidden || readOnly || custom?.unkept || field.name.startsWith('_') ? [] : [field.name]
  })
