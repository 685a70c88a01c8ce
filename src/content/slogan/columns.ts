import type { Column } from '../../intake/index.ts'
import { accentColumn, choiceColumn, FOOT, line, methodColumn, officialClassColumn } from '../columns.ts'

/** The table of slogans. */
export const COLUMNS: readonly Column[] = [
  {
    ...line('text', ['标语', 'Slogan'], '一句话；两句之间空一格', '天上不会掉馅饼 高息背后有圈套', {
      also: ['宣传语', '口号', '标语内容', '宣传标语', '内容', '横幅'],
      required: true,
    }),
    as: 'halves',
  },
  accentColumn('标语', '有圈套'),
  choiceColumn('occasion', '', { also: ['时节', '节日', '使用时间'] }),
  officialClassColumn,
  methodColumn,
  ...FOOT,
]
