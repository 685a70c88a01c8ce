import type { CollectionConfig } from 'payload'
import { appendOnly } from '../../access/append-only.ts'
import { takesFile } from '../../access/upload-doors.ts'
import { photoField, postingListComponents } from '../../base/wiring.ts'
import { dateOnly, instant, text } from '../../fields/basic.ts'
import { recordLink, townLink } from '../../fields/town-link.ts'
import { takeDown } from '../../postings/postings.ts'
import { labels, words } from '../../base/words.ts'
import { idIn } from '../../requests/body.ts'

const photo = (name: string, zh: string, en: string) => ({
  name,
  type: 'upload' as const,
  relationTo: 'posting-photos' as never,
  label: words(zh, en),
  admin: { components: photoField },
})

/** 张贴: where a printed sheet hangs, since when, until when, and its taking down. Written by its own doors alone. */
export const postings: CollectionConfig = {
  slug: 'postings',
  labels: labels('张贴记录', 'Posting', 'Postings'),
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'place', 'unit', 'postedAt', 'until', 'takenDownAt'],
    components: postingListComponents,
  },
  ...appendOnly('postings'),
  defaultSort: '-postedAt',
  endpoints: [
    {
      path: '/:id/takedown',
      method: 'post',
      ...takesFile('posting.down'),
      handler: async (req) => Response.json(await takeDown(req, idIn(req))),
    },
  ],
  fields: [
    text('title', '内容', 'Content', { maxLength: 400 }),
    { ...text('code', '核验码', 'Check code', { maxLength: 8 }), index: true },
    recordLink('print', '打印记录', 'Print', 'prints'),
    townLink('release', '发布件', 'Release', 'releases'),
    recordLink('unit', '单位', 'Unit', 'units'),
    recordLink('place', '场所', 'Place', 'places'),
    photo('photo', '张贴照片', 'Photo'),
    instant('postedAt', '张贴时间', 'Posted at'),
    dateOnly('until', '贴到哪天', 'Until'),
    recordLink('postedBy', '谁贴的', 'Posted by', 'users'),
    instant('takenDownAt', '撕下时间', 'Taken down at'),
    photo('takenDownPhoto', '撕下照片', 'Photo after taking down'),
    recordLink('takenDownBy', '谁撕的', 'Taken down by', 'users'),
  ],
}
