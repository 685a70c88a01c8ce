import { words } from '../../lexicon/words.ts'
import type { Column } from '../../intake/index.ts'
import { BEAT_ACCENTS } from '../accents.ts'
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

/** The table of cases. */
export const COLUMNS: readonly Column[] = [
  line(
    'title',
    ['标题', 'Title'],
    '老人远远看一眼就懂的一句话，30 个字以内',
    '高息返了两个月，第三个月人去楼空',
    {
      also: ['题目', '案例名称', '案例标题', '名称', '主题', '案件名称'],
      required: true,
    },
  ),
  accentColumn('标题', '人去楼空'),
  fraudClassColumn,
  {
    field: 'story',
    names: words('经过', 'Story'),
    also: ['案情', '案情简介', '案例经过', '简要案情', '正文', '内容', '案例内容', '事情经过', '基本案情'],
    as: 'lines',
    required: true,
    most: 2000,
    help: '一句一个情节，三到四句最好；写在一格里，句子之间可以换行',
    example: '张大妈在公园领了鸡蛋。\n跟去听课，头两个月真返了钱。\n第三个月公司搬空，电话停机。',
  },
  line(
    BEAT_ACCENTS,
    ['重点词', 'Key phrases'],
    '经过里要用强调色的词，每句最多一个，用顿号隔开，可不填',
    '',
    {
      most: 400,
    },
  ),
  line(
    'lesson',
    ['一句话提醒', 'The lesson'],
    '记得住的一句话，40 个字以内，可不填',
    '保本又高息，就是骗局。',
    {
      also: ['提醒', '请记住', '警示', '防范提示', '防骗提示', '警方提醒', '启示', '教训', '温馨提示'],
    },
  ),
  choiceColumn('status', '根据多件公开案例改编', {
    also: ['案件状态', '案件进展', '办理情况'],
    otherwise: { composite: ['改编', '综合改编'], judged: ['已判决', '已判'] },
  }),
  choiceColumn('sensitive', '', { also: ['敏感', '敏感情形', '敏感原因'] }),
  line(
    'syncNote',
    ['三同步说明', 'Handled, spoken of, kept calm'],
    '敏感案例必填，300 个字以内；一般案例不填',
    '',
    {
      also: ['三同步'],
      most: 300,
    },
  ),
  choiceColumn('outcome', '', { also: ['挽回情况', '追回情况'] }),
  {
    ...choiceColumn('amount', '3.5万元', {
      also: ['金额', '涉案金额', '损失金额', '被骗金额', '案值', '损失情况'],
    }),
    as: 'amount',
    help: '写金额就行，例如 35000、3.5万元、三万五；没有损失写“无”。只记到哪一档',
  },
  officialClassColumn,
  methodColumn,
  channelsColumn,
  line('lawNote', ['以案说法', 'The law'], '法律怎么说，一句大白话，可不填', '', {
    also: ['法律依据', '法条', '法律提示', '说法'],
  }),
  line('source', ['出处', 'Source'], '给审核人看，不上屏，可不填', '根据公开案例改编', {
    also: ['来源', '案例来源', '材料来源', '信息来源'],
  }),
  ...FOOT,
]
