import type { CollectionConfig } from 'payload'
import { PLACE_TYPE_WORDS } from '../../../src/lexicon/places.ts'
import { accessOf, hiddenFromVillages } from '../../access/roles.ts'
import { link, text } from '../../fields/basic.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { labels, words } from '../../base/words.ts'

export const places: CollectionConfig = {
  slug: 'places',
  labels: labels('场所', 'Place', 'Places'),
  admin: {
    hidden: hiddenFromVillages,
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
      options: Object.entries(PLACE_TYPE_WORDS).map(([value, label]) => ({ value, label })),
    },
    link('unit', '单位', 'Unit', 'units'),
  ],
}
