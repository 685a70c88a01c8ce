import type { Field, SelectField } from 'payload'
import { FRAUD_CLASSES, type FraudClass } from '../../src/model/content.ts'
import { BEAT_ACCENTS } from '../../src/content/index.ts'
import { words } from '../base/words.ts'
import { dateOnly, link, links, text } from './basic.ts'

export const FRAUD_WORDS: Record<FraudClass, { zh: string; en: string }> = {
  'care-service': words('养老服务诈骗', 'Elder-care service'),
  'care-investment': words('投资养老诈骗', 'Elder-care investment'),
  'care-product': words('养老产品（保健品）诈骗', 'Elder-care products'),
  'house-pension': words('以房养老诈骗', 'House for pension'),
  'pension-agent': words('代办养老保险诈骗', 'Pension agent'),
  'care-aid': words('养老帮扶诈骗', 'Elder-care aid'),
  'fake-police': words('冒充公检法', 'Fake police'),
  'ai-voice': words('AI 换声、冒充亲友', 'AI voice, fake relatives'),
  'task-rebate': words('刷单返利', 'Task rebates'),
  'prize-subsidy': words('中奖、补贴', 'Prizes and subsidies'),
  'fake-anti-fraud': words('冒充反诈中心', 'Fake anti-fraud office'),
  other: words('其他', 'Other'),
}

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

/** What every kind of content ends with. */
export const contentFoot: Field[] = [
  link('hotline', '举报电话', 'Hotline', 'hotlines', { required: true }),
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
