import path from 'node:path'
import type { CollectionConfig } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { accessOf, accessTo } from '../../access/roles.ts'
import type { CmsEnvironment } from '../../base/environment.ts'
import { link, text } from '../../fields/basic.ts'
import { cleanWords } from '../../hooks/cleaned.ts'
import { ownUnit } from '../../hooks/own-unit.ts'
import { refuseIfFrozen, refuseIfUsed } from '../../hooks/in-use.ts'
import { pictureComponents } from '../../base/wiring.ts'
import { labels } from '../../base/words.ts'
import { cleanUpload, tellOfUpload } from '../../uploads/clean.ts'
import { keepFile } from '../../uploads/keep-file.ts'
import { askFirst, uploadRules, withRow } from '../../uploads/upload.ts'

/** Pictures: what is stored is what sharp wrote anew in its own process, never the bytes a person sent. */
export const media = (env: CmsEnvironment, { all }: ContentKinds): CollectionConfig => ({
  slug: 'media',
  labels: labels('图片', 'Picture', 'Pictures'),
  admin: {
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    components: pictureComponents,
  },
  access: { ...accessOf('media'), read: withRow(accessTo('media', 'read')) },
  disableDuplicate: true,
  upload: uploadRules(path.join(/*turbopackIgnore: true*/ env.dataDir, 'uploads')),
  hooks: {
    beforeOperation: [askFirst, cleanWords, cleanUpload],
    beforeChange: [ownUnit('media')],
    afterChange: [keepFile, tellOfUpload],
    beforeDelete: [
      refuseIfUsed(
        ...all.flatMap(({ collection, uploads }) => uploads.map((field) => [collection, field] as const)),
      ),
      refuseIfFrozen(({ id }) => `"media":"${String(id)}"`),
    ],
  },
  fields: [
    text('alt', '图片说明', 'What the picture shows', {
      required: true,
      help: ['一句话说明图里有什么，给看不清的人', 'One sentence for those who cannot see it'],
    }),
    text('credit', '来源', 'Credit'),
    text('originalName', '原文件名', 'Name of the file as sent', { readOnly: true, maxLength: 300 }),
    {
      ...text('sha256', '文件指纹', 'SHA-256', { readOnly: true }),
      unique: true,
      admin: { hidden: true },
    },
    // Whose picture it is, where somebody of one unit alone stored it; else the town's (PPL-20).
    { ...link('unit', '单位', 'Unit', 'units', { index: true }), admin: { hidden: true } },
  ],
})
