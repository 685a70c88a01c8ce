import type { PolymorphicRelationshipField } from 'payload'
import { words } from '../base/words.ts'

export const contentLink: PolymorphicRelationshipField = {
  name: 'content',
  type: 'relationship',
  relationTo: ['cases', 'techniques', 'slogans'],
  label: words('内容', 'Content'),
  index: true,
  admin: { sortOptions: {} },
}
