import { words } from '../../lexicon/words.ts'
import { STEP_PART_WORDS } from '../../lexicon/taxonomy.ts'
import type { Column } from '../../intake/index.ts'
import {
  accentColumn,
  channelsColumn,
  choiceColumn,
  FOOT,
  fraudClassColumn,
  line,
  methodColumn,
  officialClassColumn,
} from '../columns.ts'

/** As many as the form takes. */
const STEPS = 8
/** Of the first ones the template shows what is meant. */
const EXAMPLES = [
  ['阿姨，免费领鸡蛋，登记个电话就行', '不登记，不跟着走'],
  ['这个项目保本，一个月返两成', '保本高息，转身就走'],
] as const

const stepColumns = (i: number): readonly Column[] => {
  const [heSays = '', youDo = ''] = EXAMPLES[i] ?? []
  const n = i + 1
  return [
    line(`steps.${i}.heSays`, [`骗子说${n}`, `He says ${n}`], '骗子的原话，36 个字以内，不用加引号', heSays, {
      also: [`他说${n}`, `话术${n}`, ...(i === 0 ? ['骗子说', '他说', '话术'] : [])],
      ...(i === 0 && { required: true as const }),
    }),
    line(`steps.${i}.youDo`, [`您这样做${n}`, `You do ${n}`], '听到这句该怎么做，36 个字以内', youDo, {
      also: [`应对${n}`, `怎么办${n}`, ...(i === 0 ? ['您这样做', '应对', '怎么办'] : [])],
      ...(i === 0 && { required: true as const }),
    }),
    {
      field: `steps.${i}.part`,
      names: words(`这一步在干什么${n}`, `Part ${n}`),
      also: [`环节${n}`],
      as: 'choice',
      choices: STEP_PART_WORDS,
      help: `选一个，可不填：${Object.values(STEP_PART_WORDS)
        .map(({ zh }) => zh)
        .join('、')}`,
      example: '',
    },
  ]
}

/** The table of techniques: a step has three columns. */
export const COLUMNS: readonly Column[] = [
  line('title', ['标题', 'Title'], '一句话说清是哪种套路，30 个字以内', '领鸡蛋的讲座，是冲着存折来的', {
    also: ['题目', '套路名称', '套路', '名称'],
    required: true,
  }),
  accentColumn('标题', '存折'),
  fraudClassColumn,
  ...Array.from({ length: STEPS }, (_, i) => stepColumns(i)).flat(),
  choiceColumn('redFlags', '保本高收益、免费送礼', { also: ['破绽', '识别要点'] }),
  officialClassColumn,
  methodColumn,
  channelsColumn,
  ...FOOT,
]
