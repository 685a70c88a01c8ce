import type { CollectionConfig } from 'payload'
import { SEVERITIES } from '../../../src/checks/index.ts'
import { accessOf, hiddenFromVillages } from '../../access/roles.ts'
import { labels, words } from '../../base/words.ts'
import { townEndpoint } from '../../endpoints/checks.ts'
import { text } from '../../fields/basic.ts'
import { refuseEmptyTerm } from './readable.ts'

const SEVERITY_WORDS = {
  stop: words('停：不许写', 'Stop: not written'),
  ask: words('问：写的人要说明', 'Ask: whoever writes it says why'),
  off: words('不查', 'Let it stand'),
} as const

/** The town's own words over those the product brings (CHK-9). */
export const terms: CollectionConfig = {
  slug: 'terms',
  labels: labels('用词表', 'Word', 'Word list'),
  admin: {
    useAsTitle: 'term',
    defaultColumns: ['term', 'severity', 'instead', 'reason'],
    hidden: hiddenFromVillages,
  },
  access: accessOf('terms'),
  endpoints: [townEndpoint],
  defaultSort: 'term',
  hooks: { beforeChange: [refuseEmptyTerm] },
  fields: [
    {
      ...text('term', '词', 'Word', {
        required: true,
        maxLength: 20,
        help: [
          '不许写、不建议写的词；空格和看不见的字符拦不住它',
          'What is not written, or advised against; blanks and what nobody sees do not hide it',
        ],
      }),
      unique: true,
    },
    {
      name: 'severity',
      type: 'select',
      required: true,
      defaultValue: 'stop',
      label: words('查到了怎么办', 'What happens'),
      options: SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] })),
    },
    text('instead', '该写成', 'What to write instead', {
      maxLength: 20,
      help: ['填了，编写的人一按就改好', 'Where it is filled, one press puts it right'],
    }),
    text('reason', '为什么', 'Why', { maxLength: 60 }),
  ],
}
