import writeExcelFile from 'write-excel-file/node'
import type { ContentKind } from '../../src/content/index.ts'
import type { Column } from '../../src/intake/index.ts'

/** In characters of the font of a spreadsheet. */
const widthOf = ({ as, names }: Column): number =>
  as === 'lines' ? 46 : ['line', 'halves'].includes(as) ? 28 : Math.max(14, names.zh.length * 2 + 4)

const HEAD = {
  fontWeight: 'bold' as const,
  backgroundColor: '#1d1c1a',
  textColor: '#ffffff',
  alignVertical: 'center' as const,
  height: 26,
}
const REMARK = { backgroundColor: '#f4f2ec', textColor: '#5c5850', wrap: true, alignVertical: 'top' as const }
const SAMPLE = { textColor: '#8a5a00', wrap: true, alignVertical: 'top' as const }

/** How it is used, on a sheet of its own. */
const STEPS = [
  '在第一张表里从第 4 行起填写，一行一件；前三行是标题、填写说明和示例，不会导入。',
  '标了 * 的两三栏必须填，别的可以空着，导入以后在“写”里再补。',
  '标题的文字不要改；用不到的列可以删掉，列的前后次序可以换。',
  '填好保存为 .xlsx，在银盾“导入”里选这个文件，先看一遍认得对不对，再导入。',
  '导入以后都是您的草稿，没有送审，不会上屏。',
]

/** The table of a kind to fill in: headings, what to write, an example, none of which is taken (IMP-13). */
export const templateOf = ({ names, columns = [] }: ContentKind): Promise<Buffer> => {
  const text = (value: string, style: object) => ({ value, type: String, ...style })
  const row = (first: string, style: object, said: (column: Column) => string) => [
    text(first, style),
    ...columns.map((column) => text(said(column), style)),
  ]
  return writeExcelFile([
    {
      sheet: names.zh,
      data: [
        row('序号', HEAD, (column) => `${column.required ? '* ' : ''}${column.names.zh}`),
        row('填写说明', REMARK, ({ help }) => help),
        row('示例', SAMPLE, ({ example }) => example),
      ],
      columns: [{ width: 10 }, ...columns.map((column) => ({ width: widthOf(column) }))],
      stickyRowsCount: 1,
    },
    {
      sheet: '怎么用',
      data: STEPS.map((step, i) => [text(`${i + 1}. ${step}`, { wrap: true })]),
      columns: [{ width: 90 }],
    },
  ]).toBuffer()
}
