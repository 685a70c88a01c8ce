import type { Field, FlattenedField } from 'payload'
import type { Words } from '../base/words.ts'

type Labelled = { readonly label?: unknown }

const wordsOf = (label: unknown): Words | null => {
  if (typeof label === 'string') return { zh: label, en: label }
  return typeof label === 'object' && label !== null && 'zh' in label && 'en' in label
    ? (label as Words)
    : null
}

const deeper = (field: FlattenedField | undefined): readonly FlattenedField[] =>
  field && 'flattenedFields' in field ? field.flattenedFields : []

/**
 * What a form calls the field at `path` (`steps.0.heSays`): the innermost that has a label. Null where the path leads
 * nowhere, or to a field that Payload labels itself.
 */
export const fieldLabel = (fields: readonly FlattenedField[], path: string): Words | null => {
  let among = fields
  let found: Words | null = null
  for (const name of path.split('.').filter((part) => !/^\d+$/.test(part))) {
    const field = among.find((one) => one.name === name)
    if (!field) return null
    found = wordsOf((field as Field & Labelled).label) ?? found
    among = deeper(field)
  }
  return found
}
