import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { accessOf, accessTo } from '../../access/roles.ts'
import type { CmsEnvironment } from '../../base/environment.ts'
import { link, text } from '../../fields/basic.ts'
import { cleanWords } from '../../hooks/cleaned.ts'
import { labels } from '../../base/words.ts'
import { keepFile } from '../../uploads/keep-file.ts'
import { askFirst, uploadRules, withRow } from '../../uploads/upload.ts'

/**
 * Photos of sheets that hang, and of places they hung at. Not among the pictures of contents: no author may put a
 * village's snapshot into a poster by mistake, and a village sees its own alone. Stored through the postings' own doors,
 * as cleaned bytes without place and maker; no form makes, changes or deletes one.
 */
export const postingPhotos = (env: CmsEnvironment): CollectionConfig => ({
  slug: 'posting-photos',
  labels: labels('张贴照片', 'Photo of a posting', 'Photos of postings'),
  admin: { group: false, useAsTitle: 'filename', defaultColumns: ['filename', 'unit', 'createdAt'] },
  access: { ...accessOf('posting-photos'), read: withRow(accessTo('posting-photos', 'read')) },
  disableDuplicate: true,
  lockDocuments: false,
  upload: uploadRules(path.join(/*turbopackIgnore: true*/ env.dataDir, 'postings')),
  hooks: { beforeOperation: [askFirst, cleanWords], afterChange: [keepFile] },
  fields: [
    link('unit', '单位', 'Unit', 'units', { index: true }),
    {
      ...text('sha256', '文件指纹', 'SHA-256', { readOnly: true }),
      unique: true,
      admin: { hidden: true },
    },
  ],
})
