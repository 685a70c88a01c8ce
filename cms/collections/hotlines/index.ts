import type { CollectionConfig } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { accessOf } from '../../access/roles.ts'
import { dateOnly, secretText, text } from '../../fields/basic.ts'
import { refuseIfFrozen, refuseIfUsed } from '../../hooks/in-use.ts'
import { hotlineUse } from '../../base/wiring.ts'
import { labels } from '../../base/words.ts'
import { sealHotline } from '../../records/hotline-seal.ts'

export const hotlines = ({ all }: ContentKinds): CollectionConfig => ({
  slug: 'hotlines',
  labels: labels('举报电话', 'Hotline', 'Hotlines'),
  admin: {
    useAsTitle: 'label',
    defaultColumns: ['number', 'label', 'scope', 'verifiedOn'],
  },
  access: accessOf('hotlines'),
  hooks: {
    beforeChange: [sealHotline],
    beforeDelete: [
      refuseIfUsed(...all.map(({ collection }) => [collection, 'hotline'] as const)),
      refuseIfFrozen(({ number }) => (number ? `"hotline":{"number":"${String(number)}"` : null)),
    ],
  },
  fields: [
    hotlineUse,
    text('number', '号码', 'Number', { required: true, maxLength: 12, help: ['只填数字', 'Digits only'] }),
    text('label', '名称', 'Name', { required: true, maxLength: 60 }),
    text('prompt', '号码前的话', 'Words before the number', {
      required: true,
      maxLength: 20,
      help: ['例如：拿不准？先打', 'Such as: Not sure? Call'],
    }),
    text('scope', '什么时候打', 'When to call', { maxLength: 300 }),
    text('source', '出处', 'Source', { maxLength: 300 }),
    dateOnly('verifiedOn', '核对日期', 'Verified on'),
    text('verifiedBy', '核对人', 'Verified by', { maxLength: 60 }),
    text('confirmBy', '由谁核实', 'Who must confirm it', {
      maxLength: 60,
      help: [
        '号码久未核实时，打印页会请他核实',
        'Named on the print page when the number is long unconfirmed',
      ],
    }),
    secretText('seal', '封印', 'Seal'),
  ],
})
