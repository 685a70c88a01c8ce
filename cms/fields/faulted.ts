import type { Field } from 'payload'
import { toldBelow } from '../base/wiring.ts'

/** The same fields, each with a place below it where its fault at 送审 stands; those in rows of a list too. */
export const faulted = (fields: readonly Field[]): Field[] =>
  fields.map((field) => {
    const inside = 'fields' in field ? { ...field, fields: faulted(field.fields) } : field
    if (field.type === 'ui' || !('name' in field)) return inside as Field
    return {
      ...inside,
      admin: { ...field.admin, components: { ...field.admin?.components, afterInput: toldBelow } },
    } as Field
  })
