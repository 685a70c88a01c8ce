import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/roles.ts'
import { screenFields } from '../../base/wiring.ts'
import { link, text } from '../../fields/basic.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { labels } from '../../base/words.ts'
import { screenEndpoints } from './endpoints.ts'
import { linkFields, profileFields } from './fields.ts'
import { forgetScreen, keepLink, rememberDevice, wholeProfile } from './hooks.ts'

export const screens: CollectionConfig = {
  slug: 'screens',
  labels: labels('屏', 'Screen', 'Screens'),
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'place', 'online', 'width', 'height', 'lastSeenAt'],
  },
  access: accessOf('screens'),
  endpoints: screenEndpoints,
  disableDuplicate: true,
  hooks: {
    beforeValidate: [wholeProfile],
    beforeChange: [keepLink],
    beforeDelete: [refuseIfUsed(['schedules', 'screens']), rememberDevice],
    afterDelete: [forgetScreen],
  },
  fields: [
    ...screenFields,
    text('name', '名称', 'Name', { required: true, maxLength: 60 }),
    link('place', '场所', 'Place', 'places', { required: true }),
    link('unit', '单位', 'Unit', 'units'),
    text('responsible', '负责人', 'Responsible person', { maxLength: 60 }),
    ...profileFields,
    ...linkFields,
  ],
}
