import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromVillages } from '../../access/roles.ts'
import { link, text } from '../../fields/basic.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { GROUPS, labels, words } from '../../base/words.ts'

const PLACE_TYPES = [
  ['community', '社区', 'Community'],
  ['village-hall', '村部', 'Village hall'],
  ['supermarket', '超市', 'Supermarket'],
  ['market', '集市、菜场', 'Market'],
  ['park', '公园', 'Park'],
  ['square', '广场', 'Square'],
  ['elder-care', '养老机构', 'Elder care'],
  ['clinic', '卫生院、诊所', 'Clinic'],
  ['bank', '银行网点', 'Bank'],
  ['station', '车站', 'Station'],
  ['home-visit', '入户', 'Home visit'],
  ['other', '其他', 'Other'],
] as const

export const places: CollectionConfig = {
  slug: 'places',
  labels: labels('场所', 'Place', 'Places'),
  admin: {
    hidden: hiddenFromVillages,
    group: GROUPS.manage,
    useAsTitle: 'name',
    defaultColumns: ['name', 'placeType', 'unit'],
  },
  access: accessOf('places'),
  hooks: {
    beforeDelete: [refuseIfUsed(['screens', 'place'], ['schedules', 'places'], ['postings', 'place'])],
  },
  fields: [
    text('name', '名称', 'Name', { required: true, maxLength: 60 }),
    {
      name: 'placeType',
      type: 'select',
      required: true,
      defaultValue: 'community',
      label: words('场所类型', 'Kind of place'),
      options: PLACE_TYPES.map(([value, zh, en]) => ({ value, label: words(zh, en) })),
    },
    link('unit', '单位', 'Unit', 'units'),
  ],
}
