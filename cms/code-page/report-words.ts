import type { DeskLanguage } from '../web/language.ts'

const zh = {
  head: '操作记录核验',
  ask: '查一份导出的操作记录',
  askLead: '把 PDF 文件放上来，就知道是不是本镇签的、有没有被改过。文件不会离开您的电脑。',
  choose: '选文件',
  reading: '正在核对…',
  unread: '这个文件读不出来，请换一个再试。',
  orCode: '没有文件，只有纸',
  orCodeLead: '输入纸上右上角的核验码，12 个字母和数字。',
  whole: '一个字节都没改',
  wholeLead: '这份文件是本镇的服务器签的；里面的记录，今天还和当时一样。',
  wholeAlone: '这份文件是本镇的服务器签的；里面的记录，今天还和当时一样。但是：',
  moved: '文件没改，记录后来改过',
  movedLead: (rows: string) =>
    rows === ''
      ? '这份文件还是本镇当时签的那一份；但镇里的记录后来少了或多了几条。以文件为准，请镇里说明。'
      : `这份文件还是本镇当时签的那一份；但镇里的记录后来被人改动过：第 ${rows} 条。以文件为准，请镇里说明。`,
  known: '本镇导出过这一份',
  knownLead: '下面是当时导出了什么。纸上、文件里写的和这里不一样，就是被改过；有文件的，放上来查一查。',
  knownMoved: (rows: string) =>
    rows === ''
      ? '注意：镇里的记录后来少了或多了几条，和导出时不一样了。'
      : `注意：镇里的记录后来被人改动过：第 ${rows} 条。`,
  altered: '文件被改过',
  alteredLead: '它的编号是本镇签过的，内容却不是签的那一份。请不要采信，向镇里要原件。',
  foreign: '不是本镇签的',
  foreignLead: '本镇没有签过这一份；也可能是签名那一行被改了。请不要采信，向镇里要原件。',
  unrecorded: '操作记录里，这次导出的那一条找不到了，或者被人改过。请镇里说明。',
  days: '日期',
  who: '谁',
  what: '什么',
  rows: '条数',
  by: '导出人',
  at: '导出时间',
  upTo: '记录到',
  headOf: (seq: string, hash: string) => `第 ${seq} 条，指纹 ${hash}`,
  code: '核验码',
}

export type ReportWords = typeof zh

const en: ReportWords = {
  head: 'Is this export genuine?',
  ask: 'Check an export of the audit',
  askLead:
    'Give this page the PDF: it tells whether this town signed it and whether it was changed. The file stays on your computer.',
  choose: 'Choose the file',
  reading: 'Checking…',
  unread: 'This file cannot be read; try another.',
  orCode: 'Only paper, no file',
  orCodeLead: 'Type the check code at the top right of the paper: 12 letters and digits.',
  whole: 'Not one byte was changed',
  wholeLead: 'The server of this town signed this file, and the rows in it are the same today.',
  wholeAlone: 'The server of this town signed this file, and the rows in it are the same today. But:',
  moved: 'The file is whole, the log was changed since',
  movedLead: (rows) =>
    rows === ''
      ? 'This is the file as the town signed it; since then rows of its log came or went. Go by the file, and ask the town.'
      : `This is the file as the town signed it; since then its log was edited: row ${rows}. Go by the file, and ask the town.`,
  known: 'This town exported it',
  knownLead:
    'Below is what was exported. If the paper or the file says otherwise it was changed; if you have the file, check it.',
  knownMoved: (rows) =>
    rows === ''
      ? 'Mind: rows of the log came or went since, it is not what it was then.'
      : `Mind: the log was edited since: row ${rows}.`,
  altered: 'The file was changed',
  alteredLead:
    'The town signed an export of this number, but not these bytes. Do not go by it; ask the town for its own.',
  foreign: 'Not signed by this town',
  foreignLead:
    'This town signed no such file, or the line of its signature was changed. Do not go by it; ask the town for its own.',
  unrecorded: 'The row of the log that tells of this export is gone or was edited. Ask the town.',
  days: 'Days',
  who: 'Who',
  what: 'What',
  rows: 'Rows',
  by: 'Exported by',
  at: 'Exported',
  upTo: 'Log up to',
  headOf: (seq, hash) => `row ${seq}, hash ${hash}`,
  code: 'Check code',
}

const BOTH: Record<DeskLanguage, ReportWords> = { zh, en }

export const reportWords = (language: DeskLanguage): ReportWords => BOTH[language]
