import type { Field, SelectField } from 'payload'
import { BEAT_ACCENTS } from '../../src/content/index.ts'
import { FRAUD_WORDS } from '../../src/lexicon/content.ts'
import { FRAUD_CLASSES } from '../../src/model/content.ts'
import { hotlineField } from '../base/wiring.ts'
import { words } from '../base/words.ts'
import { dateOnly, link, links, text } from './basic.ts'

export const fraudClass: SelectField = {
  name: 'fraudClass',
  type: 'select',
  label: words('骗局类别', 'Kind of fraud'),
  required: true,
  options: FRAUD_CLASSES.map((value) => ({ value, label: FRAUD_WORDS[value] })),
}

export const accent = (of: [zh: string, en: string]) =>
  text('accent', '强调的词', 'Accent phrase', {
    maxLength: 60,
    help: [
      `${of[0]}里要用强调色的几个字，可不填`,
      `Words of the ${of[1]} set in the accent colour; may be empty`,
    ],
  })

/** One accent phrase a beat, all in one line (src/content/accents.ts). */
export const beatAccents = (of: [zh: string, en: string]) =>
  text(BEAT_ACCENTS, '重点词', 'Key phrases', {
    maxLength: 400,
    help: [
      `${of[0]}里要用强调色的词，每句最多一个，用顿号或空格隔开，可不填`,
      `Words of the ${of[1]} set in the accent colour, one a sentence at most, parted by 、 or a blank; may be empty`,
    ],
  })

const byName = link('hotline', '举报电话', 'Hotline', 'hotlines', { required: true })
const hotline: typeof byName = { ...byName, admin: { ...byName.admin, components: hotlineField } }

/** What every kind of content ends with. */
export const contentFoot: Field[] = [
  hotline,
  dateOnly('validUntil', '有效期到', 'Valid until', {
    help: ['过了这一天，屏上不再出现；不填为长期', 'Not shown after this day; empty for no end'],
  }),
  link('unit', '单位', 'Unit', 'units', { help: ['不填则为您的单位', 'Your own unit when empty'] }),
  {
    ...links('contributors', '编写过的人', 'People who wrote on it', 'users'),
    admin: {
      readOnly: true,
      description: words('编写过的人不能审核、签发这一件', 'They can neither review nor issue this one'),
    },
  },
]
