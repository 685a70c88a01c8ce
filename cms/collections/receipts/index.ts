import type { CollectionConfig } from 'payload'
import { RECEIPT_STAGES, type ReceiptStage } from '../../../src/model/receipt.ts'
import { refuseWrites } from '../../access/append-only.ts'
import { nobody, townStaff } from '../../access/roles.ts'
import { instant, link } from '../../fields/basic.ts'
import { labels, words } from '../../words.ts'

export const STAGE_WORDS = {
  notified: ['已通知', 'Notified'],
  fetched: ['已下载', 'Fetched'],
  verified: ['已校验', 'Verified'],
  ready: ['就绪', 'Ready'],
  showing: ['正在显示', 'Showing'],
} as const satisfies Record<ReceiptStage, readonly [zh: string, en: string]>

/** How far each publish came on each screen: the newest 50 a screen, written by the server alone. */
export const receipts: CollectionConfig = {
  slug: 'receipts',
  labels: labels('回执', 'Receipt', 'Receipts'),
  admin: { group: false, defaultColumns: ['screen', 'sequence', 'showingAt'] },
  access: { create: nobody, update: nobody, delete: nobody, read: townStaff },
  hooks: { beforeOperation: [refuseWrites] },
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-sequence',
  indexes: [{ fields: ['screen', 'sequence'], unique: true }],
  fields: [
    link('screen', '屏', 'Screen', 'screens', { index: true }),
    { name: 'sequence', type: 'number', required: true, label: words('节目头序号', 'Sequence') },
    ...RECEIPT_STAGES.map((stage) => instant(`${stage}At`, STAGE_WORDS[stage][0], STAGE_WORDS[stage][1])),
  ],
}
