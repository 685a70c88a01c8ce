import type { CollectionConfig } from 'payload'
import { saveButton, writingField } from '../base/wiring.ts'

/**
 * A form that says what it was made from and shows both texts of a conflict. Forms with a file or a password are left
 * to Payload; what another wrote since is kept from them by the server alone (CMS-83).
 */
export const edited = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      edit: { ...collection.admin?.components?.edit, SaveButton: saveButton },
    },
  },
  fields: [writingField, ...collection.fields],
})
