import type { CollectionConfig } from 'payload'
import { appendOnly } from '../../access/append-only.ts'
import { auditListComponents } from '../../base/wiring.ts'
import { hidden, instant, link, secretText, text } from '../../fields/basic.ts'
import { labels, words } from '../../base/words.ts'

/** Who did what, each row chained to the one before it by hash (I12). */
export const audit: CollectionConfig = {
  slug: 'audit',
  labels: labels('操作记录', 'Audit', 'Audit'),
  admin: {
    useAsTitle: 'seq',
    components: auditListComponents,
  },
  ...appendOnly('audit'),
  defaultSort: '-seq',
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true, label: words('序号', 'Number') },
    { ...instant('at', '时间', 'At'), index: true },
    link('actor', '账号', 'Account', 'users', { index: true }),
    text('actorName', '谁', 'Who', { maxLength: 100 }),
    { ...text('action', '做了什么', 'What', { maxLength: 60 }), index: true },
    { ...text('subject', '对什么', 'On what', { maxLength: 200 }), index: true },
    text('detail', '详情', 'Detail', { maxLength: 2000 }),
    hidden(text('prev', '上一条的指纹', 'Hash of the row before')),
    hidden(text('hash', '本条的指纹', 'Hash of this row')),
    secretText('seal', '封印', 'Seal'),
  ],
}
