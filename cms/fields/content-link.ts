import type { CollectionSlug, PolymorphicRelationshipField } from 'payload'
import type { ContentKinds } from '../../src/content/index.ts'
import { namesCell } from '../base/wiring.ts'
import { words } from '../base/words.ts'

export const contentLink = ({ all }: ContentKinds): PolymorphicRelationshipField => ({
  name: 'content',
  type: 'relationship',
  relationTo: all.map(({ collection }) => collection as CollectionSlug),
  label: words('内容', 'Content'),
  index: true,
  admin: { sortOptions: {}, components: namesCell },
})
