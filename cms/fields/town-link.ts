import type { CollectionSlug, SingleRelationshipField } from 'payload'
import { hiddenFromVillages } from '../access/roles.ts'
import { link } from './basic.ts'

/** A link of a row nobody edits: a name to read, no pencil that opens a form. */
export const recordLink = (
  name: string,
  zh: string,
  en: string,
  relationTo: CollectionSlug,
): SingleRelationshipField => {
  const made = link(name, zh, en, relationTo, { index: true })
  return { ...made, admin: { ...made.admin, allowCreate: false, allowEdit: false } }
}

/** A link to what a village may not read: it would stand in its form as a number without a name. */
export const townLink = (
  name: string,
  zh: string,
  en: string,
  relationTo: CollectionSlug,
): SingleRelationshipField => {
  const made = recordLink(name, zh, en, relationTo)
  const condition = (_data: unknown, _siblings: unknown, { user }: { readonly user: unknown }): boolean =>
    !hiddenFromVillages({ user })
  return { ...made, admin: { ...made.admin, condition } }
}
