import type { CollectionConfig } from 'payload'
import { HEAD_CAUSE_WORDS } from '../../../src/lexicon/playing.ts'
import { HEAD_CAUSES } from '../../../src/model/programme.ts'
import { appendOnly } from '../../access/append-only.ts'
import { hidden, instant, machineText, text } from '../../fields/basic.ts'
import { labels, words } from '../../base/words.ts'

/**
 * Signed, numbered heads: which programme a group plays, from when and until when. The timeline answers from them.
 */
export const heads: CollectionConfig = {
  slug: 'heads',
  labels: labels('节目头', 'Head', 'Heads'),
  admin: {
    group: false,
    useAsTitle: 'sequence',
    defaultColumns: ['sequence', 'cause', 'activateAt', 'leaseUntil'],
  },
  ...appendOnly('heads'),
  defaultSort: '-sequence',
  fields: [
    { name: 'sequence', type: 'number', required: true, unique: true, label: words('序号', 'Sequence') },
    { ...hidden(text('group', '屏组', 'Group')), index: true },
    hidden(text('programme', '节目', 'Programme')),
    instant('activateAt', '生效时间', 'Active from'),
    instant('leaseUntil', '有效期到', 'Valid until'),
    {
      name: 'cause',
      type: 'select',
      label: words('起因', 'Cause'),
      options: HEAD_CAUSES.map((value) => ({ value, label: HEAD_CAUSE_WORDS[value] })),
    },
    machineText('body', '签名内容', 'Signed body'),
    hidden(text('signature', '签名', 'Signature')),
    machineText('screens', '屏', 'Screens'),
  ],
}
