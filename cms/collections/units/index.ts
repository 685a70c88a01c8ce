import type { CollectionConfig } from 'payload'
import { allow, signedIn } from '../../access/roles.ts'
import { link, text } from '../../fields/basic.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { GROUPS, labels, words } from '../../words.ts'

export const units: CollectionConfig = {
  slug: 'units',
  labels: labels('单位', 'Unit', 'Units'),
  admin: { group: GROUPS.manage, useAsTitle: 'name', defaultColumns: ['name', 'kind', 'parent'] },
  access: {
    read: signedIn,
    create: allow('administrator'),
    update: allow('administrator'),
    delete: allow('administrator'),
  },
  hooks: {
    beforeDelete: [
      refuseIfUsed(
        ['units', 'parent'],
        ['users', 'unit'],
        ['places', 'unit'],
        ['screens', 'unit'],
        ['cases', 'unit'],
        ['techniques', 'unit'],
        ['slogans', 'unit'],
      ),
    ],
  },
  fields: [
    text('name', '名称', 'Name', { required: true, maxLength: 60 }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'village',
      label: words('类型', 'Kind'),
      options: [
        { value: 'town', label: words('镇', 'Town') },
        { value: 'department', label: words('部门', 'Department') },
        { value: 'village', label: words('村居', 'Village') },
      ],
    },
    link('parent', '上级单位', 'Parent unit', 'units'),
  ],
}
