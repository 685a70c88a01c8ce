import type { CollectionSlug, SingleRelationshipField } from 'payload'
import { hiddenFromVillages } from '../access/roles.ts'
import { link } from './basic.ts'

/** A link to what a village may not read: it would stand in its form as a number without a name. */
export const townLink = (
  name: string,
  zh: string,
  en: string,
  relationTo: CollectionSlug,
): SingleRelationshipField => {
  const made = link(name, zh, en, relationTo, { index: true })
  return {
    ...made,
    admin: { ...made.admin, condition: (_data, _siblings, { user }) => !hiddenFromVillages({ user }) },
  }
}
