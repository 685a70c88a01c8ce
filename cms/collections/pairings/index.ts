import type { CollectionConfig } from 'payload'
import { refuseWrites } from '../../access/append-only.ts'
import { accessOf } from '../../access/roles.ts'
import { instant, link, secretText, text } from '../../fields/basic.ts'
import { labels } from '../../base/words.ts'
import { lookEndpoint } from './endpoints.ts'

/** Codes that devices show while they wait to be paired. The code itself is read on the screen, never here. */
export const pairings: CollectionConfig = {
  slug: 'pairings',
  labels: labels('配对记录', 'Pairing', 'Pairings'),
  admin: {
    group: false,
    useAsTitle: 'fingerprint',
    defaultColumns: ['fingerprint', 'expiresAt', 'usedAt', 'screen'],
  },
  access: accessOf('pairings'),
  hooks: { beforeOperation: [refuseWrites] },
  disableDuplicate: true,
  lockDocuments: false,
  endpoints: [lookEndpoint],
  fields: [
    { ...secretText('code', '配对码', 'Code'), index: true },
    { ...secretText('key', '设备公钥', 'Device key'), index: true },
    text('fingerprint', '密钥指纹', 'Key fingerprint'),
    instant('expiresAt', '有效到', 'Expires at'),
    instant('usedAt', '使用时间', 'Used at'),
    link('screen', '屏', 'Screen', 'screens'),
  ],
}
