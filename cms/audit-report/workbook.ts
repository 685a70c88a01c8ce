import writeExcelFile from 'write-excel-file/node'
import { dayAndTime, say, type DeskLanguage } from '../web/language.ts'
import type { ToldAct } from './read.ts'

type Column = {
  readonly zh: string
  readonly en: string
  /** In characters of the font of a spreadsheet. */
  readonly width: number
  readonly value: (row: ToldAct, language: DeskLanguage) => string
}

const COLUMNS: readonly Column[] = [
  { zh: '序号', en: 'No.', width: 8, value: ({ seq }) => String(seq) },
  { zh: '时间', en: 'Time', width: 22, value: ({ at }, language) => dayAndTime(at, language) },
  { zh: '谁', en: 'Who', width: 12, value: ({ who }) => who },
  { zh: '做了什么', en: 'What', width: 14, value: ({ act }) => act },
  { zh: '对什么', en: 'On what', width: 14, value: ({ kind }) => kind },
  { zh: '名称', en: 'Name', width: 36, value: ({ name }) => name },
  { zh: '详情', en: 'Detail', width: 44, value: ({ detail }) => detail },
  {
    zh: '是否被改动',
    en: 'Edited since',
    width: 12,
    value: ({ holds }, language) => (holds ? say(language, '没有', 'no') : say(language, '被改动', 'EDITED')),
  },
  { zh: '本条的指纹', en: 'Hash of this row', width: 68, value: ({ hash }) => hash },
]

/** Acts as a workbook that Excel and WPS open: words are text, never a formula, whoever typed them. */
export const workbookOf = (rows: readonly ToldAct[], language: DeskLanguage): Promise<Buffer> => {
  const head = COLUMNS.map((column) => ({ value: column[language], fontWeight: 'bold' as const }))
  const body = rows.map((row) => COLUMNS.map(({ value }) => ({ value: value(row, language), type: String })))
  return writeExcelFile([head, ...body], {
    sheet: say(language, '操作记录', 'Audit'),
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}
