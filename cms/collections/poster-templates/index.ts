import type { CollectionConfig } from 'payload'
import { appendOnly } from '../../access/append-only.ts'
import { takesFile } from '../../access/upload-doors.ts'
import { templateFields, templateListComponents } from '../../base/wiring.ts'
import { instant, link, text } from '../../fields/basic.ts'
import { answerThumb, installTemplate, judgeTemplate } from '../../print/templates.ts'
import { labels, words } from '../../base/words.ts'

/** Templates an administrator put in beside those that come with the product; each version is a row. */
export const posterTemplates: CollectionConfig = {
  slug: 'poster-templates',
  labels: labels('海报模板', 'Poster template', 'Poster templates'),
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'version', 'installedBy', 'at'],
    components: templateListComponents,
  },
  ...appendOnly('poster-templates'),
  defaultSort: '-at',
  endpoints: [
    { path: '/thumb/:template', method: 'get', handler: answerThumb },
    {
      path: '/judge',
      method: 'post',
      ...takesFile('template.judge'),
      handler: async (req) => Response.json(await judgeTemplate(req)),
    },
    {
      path: '/install',
      method: 'post',
      ...takesFile('template.install'),
      handler: async (req) => Response.json(await installTemplate(req), { status: 201 }),
    },
  ],
  fields: [
    text('name', '名称', 'Name', { maxLength: 60 }),
    text('nameEn', '英文名称', 'English name', { maxLength: 60 }),
    { ...text('template', '模板', 'Template', { maxLength: 60 }), admin: { hidden: true } },
    { name: 'version', type: 'number', label: words('版本', 'Version') },
    {
      ...text('edition', '模板和版本', 'Template and version', { maxLength: 80 }),
      unique: true,
      admin: { hidden: true },
    },
    link('installedBy', '谁装的', 'Installed by', 'users', { index: true }),
    instant('at', '时间', 'At'),
    ...templateFields,
  ],
}
