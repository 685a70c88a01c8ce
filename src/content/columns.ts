/** Columns that tables of several kinds of content have (src/intake). */
import { FRAUD_WORDS } from '../lexicon/content.ts'
import { PLACE_TYPE_WORDS } from '../lexicon/places.ts'
import { AUDIENCE_WORDS } from '../lexicon/taxonomy.ts'
import { words } from '../lexicon/words.ts'
import type { Column } from '../intake/index.ts'
import { CHOICES, type FactName } from './facts.ts'

/** Most characters a line of the form takes (cms/fields/basic.ts). */
const LINE = 200

const listed = (choices: NonNullable<Column['choices']>): string =>
  Object.values(choices)
    .map(({ zh }) => zh)
    .join('、')

type Given = Pick<Column, 'also' | 'required' | 'most' | 'otherwise'>

export const line = (
  field: string,
  [zh, en]: readonly [zh: string, en: string],
  help: string,
  example: string,
  given: Given = {},
): Column => ({ field, names: words(zh, en), as: 'line', most: LINE, help, example, ...given })

export const accentColumn = (of: string, example: string): Column =>
  line('accent', ['强调的词', 'Accent phrase'], `${of}里要用强调色的几个字，可不填`, example, {
    also: ['强调词', '重点'],
    most: 60,
  })

export const fraudClassColumn: Column = {
  field: 'fraudClass',
  names: words('骗局类别', 'Kind of fraud'),
  also: ['类别', '分类', '诈骗类别', '诈骗类型', '类型', '案件类型', '案件类别'],
  as: 'choice',
  choices: FRAUD_WORDS,
  otherwise: {
    'care-service': ['提供养老服务', '养老服务'],
    'care-investment': ['投资养老', '投资养老项目', '投资理财', '投资'],
    'care-product': ['保健品', '养老产品', '销售养老产品'],
    'house-pension': ['以房养老', '宣称以房养老'],
    'pension-agent': ['代办养老保险', '代办社保', '养老保险'],
    'care-aid': ['养老帮扶', '开展养老帮扶'],
    'fake-police': ['公检法', '冒充警察', '冒充公检法机关'],
    'ai-voice': ['AI换声', 'AI换脸', 'AI拟声', '冒充亲友', '冒充熟人'],
    'task-rebate': ['刷单', '刷单返利'],
    'prize-subsidy': ['中奖', '补贴', '中奖诈骗', '领补贴'],
    'fake-anti-fraud': ['冒充反诈', '冒充反诈人员'],
    other: ['其它', '其他类'],
  },
  help: `选一个：${listed(FRAUD_WORDS)}`,
  example: '投资养老诈骗',
}

/** One of the lists that contents are sorted by. */
export const choiceColumn = (name: FactName, example: string, given: Given = {}): Column => {
  const { zh, en, words: choices, isMany } = CHOICES[name]
  return {
    field: name,
    names: words(zh, en),
    as: isMany ? 'choices' : 'choice',
    choices,
    help: `${isMany ? '可以写几个，用顿号隔开' : '选一个'}，可不填：${listed(choices)}`,
    example,
    ...given,
  }
}

export const methodColumn = choiceColumn('method', '', { also: ['作案手法', '诈骗手法'] })
export const channelsColumn = choiceColumn('channels', '电话、微信', {
  also: ['途径', '渠道', '诈骗途径', '接触方式'],
  otherwise: {
    app: ['APP', '软件', '手机软件'],
    meeting: ['讲座', '会销', '听课'],
    'street-code': ['扫码', '二维码'],
  },
})
export const officialClassColumn = choiceColumn('officialClass', '')

/** What every table ends with. */
export const FOOT: readonly Column[] = [
  {
    field: 'hotline',
    names: words('举报电话', 'Hotline'),
    also: ['电话', '热线', '屏上的电话', '咨询电话', '联系电话'],
    as: 'hotline',
    most: LINE,
    help: '填本镇“举报电话”里有的号码或名称；空着就在送审前选',
    example: '96110',
  },
  {
    field: 'validUntil',
    names: words('有效期到', 'Valid until'),
    also: ['有效期', '截止日期', '有效期至', '放到哪天为止', '截止时间'],
    as: 'day',
    help: '过了这一天屏上不再出现，写成 2027-10-11；空着为长期',
    example: '2027-10-11',
  },
  {
    field: 'unit',
    names: words('单位', 'Unit'),
    also: ['报送单位', '供稿单位', '所属单位'],
    as: 'unit',
    most: LINE,
    help: '填本镇“单位”里有的名称；空着为您的单位',
    example: '',
  },
  {
    field: 'audience',
    names: words('给谁看', 'Whom it is for'),
    also: ['受众', '对象', '宣传对象', '适用人群'],
    as: 'choices',
    choices: AUDIENCE_WORDS,
    help: `可以写几个，用顿号隔开，可不填：${listed(AUDIENCE_WORDS)}`,
    example: '老年人',
  },
  {
    field: 'placeTypes',
    names: words('适合放在哪里', 'Kinds of place it is for'),
    also: ['场所', '场所类型', '投放场所', '适用场所'],
    as: 'choices',
    choices: PLACE_TYPE_WORDS,
    help: `可以写几个，用顿号隔开，可不填：${listed(PLACE_TYPE_WORDS)}`,
    example: '社区、银行网点',
  },
]
