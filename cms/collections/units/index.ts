import type { CollectionConfig, Field } from 'payload'
import { UNIT_KIND_WORDS } from '../../../src/lexicon/places.ts'
import type { ContentKinds } from '../../../src/content/index.ts'
import { accessOf, hiddenFromVillages } from '../../access/roles.ts'
import { link, secretText, text } from '../../fields/basic.ts'
import { refuseIfFrozen, refuseIfUsed } from '../../hooks/in-use.ts'
import { labels, words } from '../../base/words.ts'
import { refuseNameless } from './named.ts'
import { refuseCircle } from './tree.ts'
import { sealUnit } from '../../records/unit-seal.ts'

const fields: Field[] = [
  text('name', '名称', 'Name', { required: true, maxLength: 60 }),
  {
    name: 'kind',
    type: 'select',
    required: true,
    defaultValue: 'village',
    label: words('类型', 'Kind'),
    options: Object.entries(UNIT_KIND_WORDS).map(([value, label]) => ({ value, label })),
  },
  link('parent', '上级单位', 'Parent unit', 'units'),
  text('fullName', '全称', 'Full name', {
    maxLength: 60,
    help: [
      '海报上署名用，例如：五间镇人民政府平安办公室；不填则用名称',
      'Signs posters, such as the office’s official name; the name above when empty',
    ],
  }),
  text('contactName', '海报联系人', 'Contact on posters', {
    maxLength: 10,
    help: [
      '打印时先替村居填好，可以当场改',
      'Filled in for the village when it prints; may be changed there',
    ],
  }),
  text('contactNumber', '联系人电话', 'Number of the contact', {
    maxLength: 12,
    help: ['只填数字', 'Digits only'],
  }),
  secretText('seal', '封印', 'Seal'),
]

export const units = ({ all }: ContentKinds): CollectionConfig => ({
  slug: 'units',
  labels: labels('单位', 'Unit', 'Units'),
  admin: {
    hidden: hiddenFromVillages,
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'parent'],
  },
  access: accessOf('units'),
  hooks: {
    beforeValidate: [refuseNameless],
    beforeChange: [refuseCircle, sealUnit],
    beforeDelete: [
      refuseIfUsed(
        ['units', 'parent'],
        ['users', 'unit'],
        ['places', 'unit'],
        ['screens', 'unit'],
        ['campaigns', 'units'],
        ...all.map(({ collection }) => [collection, 'unit'] as const),
        ['prints', 'unit'],
        ['postings', 'unit'],
      ),
      refuseIfFrozen(({ id }) => `"unit":"${String(id)}"`),
    ],
  },
  fields,
})
