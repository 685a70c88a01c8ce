import type { CollectionConfig } from 'payload'
import { appendOnly } from '../../access/append-only.ts'
import { labels } from '../../base/words.ts'
import { secretText } from '../../fields/basic.ts'

/** Of each person at most one: what only his phone knows besides, his passkeys, and the digests of his recovery codes (PPL-9). */
export const factors: CollectionConfig = {
  slug: 'factors',
  labels: labels('第二道验证', 'Second factor', 'Second factors'),
  admin: { hidden: true },
  ...appendOnly('factors'),
  fields: [
    { ...secretText('person', '人员', 'Person'), required: true, unique: true },
    secretText('secret', '密钥', 'Secret'),
    secretText('since', '启用于', 'Since'),
    { name: 'lastStep', type: 'number', hidden: true, access: { read: () => false } },
    secretText('recovery', '恢复码', 'Recovery codes'),
    secretText('pending', '待启用', 'Pending'),
    secretText('pendingAt', '待启用始于', 'Pending since'),
    secretText('passkeys', '通行密钥', 'Passkeys'),
  ],
}
