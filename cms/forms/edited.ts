import type { CollectionConfig, GlobalConfig } from 'payload'
import { saveButton, writingField } from '../base/wiring.ts'

/**
 * Two may write at once, by field (CMS-83); a lock that lasts would take the words of one out of his hands. No lock at
 * all would be another schema.
 */
export const NO_LASTING_LOCK = { duration: 0 } as const

/** A form that is saved by hand, says what it was made from and shows both texts of a conflict (DESK-23). */
export const edited = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      edit: { ...collection.admin?.components?.edit, SaveButton: saveButton },
    },
  },
  lockDocuments: NO_LASTING_LOCK,
  fields: [writingField, ...collection.fields],
})

export const editedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  admin: {
    ...global.admin,
    components: {
      ...global.admin?.components,
      elements: { ...global.admin?.components?.elements, SaveButton: saveButton },
    },
  },
  lockDocuments: NO_LASTING_LOCK,
  fields: [writingField, ...global.fields],
})
