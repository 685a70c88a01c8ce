import type { CollectionConfig } from 'payload'

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { zh: '人员', en: 'Person' }, plural: { zh: '人员', en: 'People' } },
  auth: true,
  admin: { useAsTitle: 'name' },
  fields: [{ name: 'name', type: 'text', required: true, label: { zh: '姓名', en: 'Name' } }],
}
