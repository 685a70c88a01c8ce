import type { CollectionConfig } from 'payload'
import { appendOnly } from '../../access/append-only.ts'
import { hidden, instant, text } from '../../fields/basic.ts'
import { recordLink, townLink } from '../../fields/town-link.ts'
import { labels, words } from '../../base/words.ts'

/** 核验码: what was printed, one row for a release on a template for a unit; `/v/<code>` and postings stand on it. */
export const prints: CollectionConfig = {
  slug: 'prints',
  labels: labels('打印记录', 'Print', 'Prints'),
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'code', 'unit', 'printedBy', 'at'],
  },
  ...appendOnly('prints'),
  defaultSort: '-at',
  fields: [
    text('title', '内容', 'Content', { maxLength: 400 }),
    { ...text('code', '核验码', 'Check code', { maxLength: 8 }), unique: true },
    townLink('release', '发布件', 'Release', 'releases'),
    text('templateName', '模板', 'Template', { maxLength: 60 }),
    hidden(text('template', '模板编号', 'Id of the template', { maxLength: 60 })),
    hidden({ name: 'templateVersion', type: 'number', label: words('模板版本', 'Version of the template') }),
    recordLink('unit', '单位', 'Unit', 'units'),
    recordLink('printedBy', '谁印的', 'Printed by', 'users'),
    instant('at', '时间', 'At'),
  ],
}
