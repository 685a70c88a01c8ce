import type { Field, SelectField } from 'payload'
import { BEAT_ACCENTS, CHOICES, type FactName } from '../../src/content/index.ts'
import { FRAUD_WORDS } from '../../src/lexicon/content.ts'
import { PLACE_TYPE_WORDS } from '../../src/lexicon/places.ts'
import { AUDIENCE_WORDS, CAMPAIGN_STAGE_WORDS, STEP_PART_WORDS } from '../../src/lexicon/taxonomy.ts'
import type { Words } from '../../src/lexicon/words.ts'
import { FRAUD_CLASSES } from '../../src/model/content.ts'
import { hiddenFromVillages } from '../access/roles.ts'
import { contentsField, contributorsField, hotlineField, namesCell } from '../base/wiring.ts'
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

const chosen = (
  name: string,
  label: Words,
  options: Readonly<Record<string, Words>>,
  hasMany: boolean,
): SelectField => ({
  name,
  type: 'select',
  label: words(label.zh, label.en),
  hasMany,
  options: Object.entries(options).map(([value, { zh, en }]) => ({ value, label: words(zh, en) })),
  admin: { isClearable: true },
})

/** One of the lists that contents are sorted by; nobody has to choose. */
export const choice = (name: FactName, help?: readonly [zh: string, en: string]): SelectField => {
  const { zh, en, words: options, isMany } = CHOICES[name]
  const field = chosen(name, { zh, en }, options, isMany)
  return help ? { ...field, admin: { ...field.admin, description: words(...help) } } : field
}

/** What a sentence of the swindler is for. */
export const stepPart: SelectField = chosen(
  'part',
  words('这一步在干什么', 'Part of the whole'),
  STEP_PART_WORDS,
  false,
)

/** Beside each other, of one width, where there is room. */
export const beside = (...fields: readonly Field[]): Field => ({
  type: 'row',
  admin: { className: 'ss-field-row' },
  fields: [...fields],
})

/**
 * What screens and sheets can do without, folded away: it helps who decides and what is counted. `own` is the kind's, whom
 * and where it is for any may say.
 */
export const moreAbout = (own: readonly Field[]): Field => ({
  type: 'collapsible',
  label: words('更多（都可不填，给审核和统计用）', 'More (all may be empty; for who decides and for counts)'),
  admin: { initCollapsed: true, className: 'ss-more' },
  fields: [
    ...own,
    chosen('audience', words('给谁看', 'Whom it is for'), AUDIENCE_WORDS, true),
    chosen('placeTypes', words('适合放在哪里', 'Kinds of place it is for'), PLACE_TYPE_WORDS, true),
    link('campaign', '属于哪个专项行动', 'Campaign', 'campaigns'),
    chosen('stages', words('用在哪些阶段', 'Stages'), CAMPAIGN_STAGE_WORDS, true),
  ],
})

/** Other contents it speaks of: of those its writer may not read, what stands released (CMS-99). */
export const contentLinks = (...named: Parameters<typeof links>): ReturnType<typeof links> => {
  const field = links(...named)
  return {
    ...field,
    admin: { ...field.admin, components: { ...namesCell, ...contentsField }, custom: { chosen: true } },
  }
}

const byName = link('hotline', '举报电话', 'Hotline', 'hotlines', { required: true })
const hotline: typeof byName = { ...byName, admin: { ...byName.admin, components: hotlineField } }

const chosenUnit = link('unit', '单位', 'Unit', 'units', {
  help: ['不填则为您的单位', 'Your own unit when empty'],
})
/** Who writes for his own unit alone has none to choose (PPL-20). */
const unit: typeof chosenUnit = {
  ...chosenUnit,
  admin: { ...chosenUnit.admin, condition: (_data, _siblings, { user }) => !hiddenFromVillages({ user }) },
}

/** What every kind of content ends with. */
export const contentFoot = (more: Field): Field[] => [
  hotline,
  dateOnly('validUntil', '有效期到', 'Valid until', {
    help: ['过了这一天，屏上不再出现；不填为长期', 'Not shown after this day; empty for no end'],
  }),
  unit,
  more,
  {
    ...links('contributors', '编写过的人', 'People who wrote on it', 'users'),
    admin: { readOnly: true, components: { ...namesCell, ...contributorsField } },
  },
]
