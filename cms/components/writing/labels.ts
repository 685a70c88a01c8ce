import { getTranslation, type I18nClient } from '@payloadcms/translations'
import type { ClientField } from 'payload'

/** What lies within a field: of a list each row's, of tabs all of them. */
export const childrenOf = (field: ClientField): readonly ClientField[] => {
  if (field.type === 'tabs') return field.tabs.flatMap((tab) => tab.fields)
  return 'fields' in field ? field.fields : []
}

/** The field of that name on one level of a form. */
export const findField = (fields: readonly ClientField[], name: string): ClientField | undefined => {
  for (const field of fields) {
    if ('name' in field && field.name === name) return field
    // Rows and the like have no name of their own: what they hold lies on the same level.
    const inside = 'name' in field ? undefined : findField(childrenOf(field), name)
    if (inside) return inside
  }
  return undefined
}

/** The field at a path such as `steps.0.heSays`. */
export const fieldAt = (fields: readonly ClientField[], path: string): ClientField | undefined => {
  let level = fields
  let field: ClientField | undefined
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) continue
    field = findField(level, part)
    if (!field) return undefined
    level = childrenOf(field)
  }
  return field
}

/** `steps.0.heSays` → `步骤 1 · 他说`; the empty text when the form has no such field. */
export const labelOf = (fields: readonly ClientField[], path: string, i18n: I18nClient): string => {
  const words: string[] = []
  let level = fields
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      words[words.length - 1] = `${words.at(-1) ?? ''} ${Number(part) + 1}`
      continue
    }
    const field = findField(level, part)
    if (!field) break
    const label = 'label' in field && field.label ? getTranslation(field.label, i18n) : part
    words.push(typeof label === 'string' ? label : part)
    level = childrenOf(field)
  }
  return words.join(' · ')
}
