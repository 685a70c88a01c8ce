import type { CollectionConfig } from 'payload'
import { appendOnly } from '../../access/append-only.ts'
import { hidden, instant, link, machineText, text } from '../../fields/basic.ts'
import { labels } from '../../base/words.ts'

/** 派生: pages laid out after the approval for a grid that was not in use then, from the same frozen words. */
export const derivations: CollectionConfig = {
  slug: 'derivations',
  labels: labels('补排画面', 'Derived pages', 'Derived pages'),
  admin: { group: false, useAsTitle: 'grid', defaultColumns: ['submission', 'grid', 'at'] },
  ...appendOnly('derivations'),
  defaultSort: '-at',
  fields: [
    link('submission', '送审件', 'Submission', 'submissions', { index: true }),
    text('grid', '屏型', 'Screen class'),
    machineText('pages', '画面', 'Pages'),
    machineText('assets', '画面图片', 'Pictures of the pages'),
    hidden(text('digest', '摘要', 'Digest')),
    hidden(text('signature', '签名', 'Signature')),
    instant('at', '时间', 'At'),
  ],
}
