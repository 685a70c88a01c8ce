import type { CollectionConfig } from 'payload'
import { STAGE_WORDS } from '../../../src/lexicon/playing.ts'
import { RECEIPT_STAGES } from '../../../src/model/receipt.ts'
import { refuseWrites } from '../../access/append-only.ts'
import { accessOf } from '../../access/roles.ts'
import { instant, link } from '../../fields/basic.ts'
import { labels, words } from '../../base/words.ts'

/** How far each publish came on each screen: the newest 50 a screen, written by the server alone. */
export const receipts: CollectionConfig = {
  slug: 'receipts',
  labels: labels('回执', 'Receipt', 'Receipts'),
  admin: { group: false, useAsTitle: 'sequence', defaultColumns: ['screen', 'sequence', 'showingAt'] },
  access: accessOf('receipts'),
  hooks: { beforeOperation: [refuseWrites] },
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-sequence',
  indexes: [{ fields: ['screen', 'sequence'], unique: true }],
  fields: [
    link('screen', '屏', 'Screen', 'screens', { index: true }),
    { name: 'sequence', type: 'number', required: true, label: words('节目头序号', 'Sequence') },
    ...RECEIPT_STAGES.map((stage) => instant(`${stage}At`, STAGE_WORDS[stage].zh, STAGE_WORDS[stage].en)),
  ],
}
