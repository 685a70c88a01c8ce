import type { CollectionConfig, Field } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { PLACE_TYPE_WORDS } from '../../../src/lexicon/places.ts'
import { CAMPAIGN_STAGE_WORDS, THEME_WORDS } from '../../../src/lexicon/taxonomy.ts'
import { PLACE_TYPES, STAGES, THEMES } from '../../../src/model/taxonomy.ts'
import { accessOf, hiddenFromVillages } from '../../access/roles.ts'
import { labels, words } from '../../base/words.ts'
import { dateOnly, links, text } from '../../fields/basic.ts'
import { beside } from '../../fields/content.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { soundCampaign } from './sound.ts'

const themes = THEMES.map((value) => ({ value, label: THEME_WORDS[value] }))

const stages: Field = {
  name: 'stages',
  type: 'array',
  required: true,
  minRows: 1,
  maxRows: 12,
  label: words('阶段', 'Stages'),
  labels: { singular: words('一个阶段', 'Stage'), plural: words('阶段', 'Stages') },
  admin: {
    description: words('可以重叠；头尾两天都算在内', 'They may overlap; first and last day are included'),
  },
  fields: [
    beside(
      {
        name: 'stage',
        type: 'select',
        required: true,
        defaultValue: STAGES[0],
        label: words('哪一个阶段', 'Kind of stage'),
        options: STAGES.map((value) => ({ value, label: CAMPAIGN_STAGE_WORDS[value] })),
      },
      text('name', '另起的名称', 'A name of its own', { maxLength: 30 }),
    ),
    beside(
      dateOnly('fromDate', '从哪天', 'First day', { required: true }),
      dateOnly('untilDate', '到哪天', 'Last day', { required: true }),
    ),
  ],
}

const goals: Field = {
  name: 'goals',
  type: 'array',
  maxRows: 60,
  label: words('播放目标', 'Goals'),
  labels: { singular: words('一个目标', 'Goal'), plural: words('播放目标', 'Goals') },
  admin: {
    description: words(
      '在这类场所，每天至少播多少分钟讲这个主题的内容；可不填',
      'How many minutes a day each place of the kind shows what speaks of the theme; may be empty',
    ),
  },
  fields: [
    beside(
      { name: 'theme', type: 'select', required: true, label: words('主题', 'Theme'), options: themes },
      {
        name: 'placeType',
        type: 'select',
        required: true,
        label: words('场所类型', 'Kind of place'),
        options: PLACE_TYPES.map((value) => ({ value, label: PLACE_TYPE_WORDS[value] })),
      },
      { name: 'minutes', type: 'number', required: true, label: words('每天分钟', 'Minutes a day') },
    ),
  ],
}

/** 专项行动: what the town plans; contents are tagged with it, and nothing here changes what a screen plays. */
export const campaigns = ({ all }: ContentKinds): CollectionConfig => ({
  slug: 'campaigns',
  labels: labels('专项行动', 'Campaign', 'Campaigns'),
  admin: {
    hidden: hiddenFromVillages,
    useAsTitle: 'name',
    defaultColumns: ['name', 'documentNo', 'units', 'updatedAt'],
  },
  access: accessOf('campaigns'),
  hooks: {
    beforeValidate: [soundCampaign],
    beforeDelete: [refuseIfUsed(...all.map(({ collection }) => [collection, 'campaign'] as const))],
  },
  fields: [
    text('name', '名称', 'Name', { required: true, maxLength: 60 }),
    text('documentNo', '文号', 'Document number', { maxLength: 60 }),
    links('units', '责任单位', 'Responsible units', 'units'),
    stages,
    {
      name: 'themes',
      type: 'select',
      hasMany: true,
      label: words('必须讲到的主题', 'Themes that must be spoken of'),
      options: themes,
      admin: { isClearable: true },
    },
    goals,
  ],
})
