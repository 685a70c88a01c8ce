import type { CollectionConfig, CollectionSlug } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { accessOf } from '../../access/roles.ts'
import { text } from '../../fields/basic.ts'
import { refuseIfUsed } from '../../hooks/in-use.ts'
import { namesCell } from '../../base/wiring.ts'
import { labels, words } from '../../base/words.ts'
import { noCircle } from './circle.ts'

export const playlists = ({ all }: ContentKinds): CollectionConfig => ({
  slug: 'playlists',
  labels: labels('播放单', 'Playlist', 'Playlists'),
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'entries', 'updatedAt'] },
  access: accessOf('playlists'),
  hooks: {
    beforeChange: [noCircle],
    beforeDelete: [refuseIfUsed(['schedules', 'playlist'], ['playlists', 'entries.value'])],
  },
  fields: [
    text('name', '名称', 'Name', { required: true, maxLength: 60 }),
    {
      name: 'entries',
      type: 'relationship',
      relationTo: [...all.map(({ collection }) => collection as CollectionSlug), 'playlists'],
      hasMany: true,
      label: words('内容，按播放顺序', 'Contents, in playing order'),
      admin: {
        components: namesCell,
        description: words(
          '屏上放的是每件内容最新的发布件；没有签发的跳过',
          'Screens play the newest release of each; what is not issued is passed over',
        ),
      },
    },
  ],
})
