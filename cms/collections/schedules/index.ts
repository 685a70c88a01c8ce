import type { CollectionConfig } from 'payload'
import { LEVEL_WORDS, WEEKDAY_WORDS } from '../../../src/lexicon/playing.ts'
import { LEVELS, SCHEDULE_LEVELS } from '../../../src/model/level.ts'
import { accessOf } from '../../access/roles.ts'
import { dateOnly, link, links, text } from '../../fields/basic.ts'
import { labels, words } from '../../base/words.ts'
import { soundSchedule } from './sound.ts'

const time = (name: string, zh: string, en: string, initial: string) => ({
  ...text(name, zh, en, { required: true, maxLength: 5, help: ['写成 07:00', 'Written as 07:00'] }),
  defaultValue: initial,
})

export const schedules: CollectionConfig = {
  slug: 'schedules',
  labels: labels('排播', 'Schedule', 'Schedules'),
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'playlist', 'level', 'fromDate', 'untilDate'],
  },
  access: accessOf('schedules'),
  hooks: { beforeValidate: [soundSchedule] },
  fields: [
    text('name', '名称', 'Name', { required: true, maxLength: 60 }),
    link('playlist', '播放单', 'Playlist', 'playlists', { required: true }),
    links('screens', '屏', 'Screens', 'screens'),
    links('places', '场所', 'Places', 'places', {
      help: ['选了场所，那里所有的屏都放', 'Every screen of a chosen place plays it'],
    }),
    {
      name: 'level',
      type: 'select',
      required: true,
      defaultValue: 'daily',
      label: words('等级', 'Level'),
      admin: { description: words('等级高的盖住等级低的', 'A stronger level hides a weaker one') },
      // All levels stay readable in stored rows; which may be chosen is the hook's business.
      options: LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] })),
      filterOptions: ({ options }) =>
        options.filter((option) =>
          (SCHEDULE_LEVELS as readonly string[]).includes(typeof option === 'string' ? option : option.value),
        ),
    },
    {
      type: 'row',
      fields: [
        dateOnly('fromDate', '开始日期', 'First day', { required: true }),
        dateOnly('untilDate', '结束日期', 'Last day', {
          help: ['含当天；不填为长期', 'Included; empty for no end'],
        }),
      ],
    },
    {
      name: 'weekdays',
      type: 'select',
      hasMany: true,
      label: words('星期', 'Days of the week'),
      admin: { description: words('不选为每天', 'None chosen: every day') },
      options: Object.entries(WEEKDAY_WORDS).map(([value, label]) => ({ value, label })),
    },
    {
      type: 'row',
      fields: [
        time('fromTime', '开始时间', 'From', '07:00'),
        time('untilTime', '结束时间', 'Until', '21:30'),
      ],
    },
  ],
}
