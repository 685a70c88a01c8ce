import type { ReportSheet } from '../../src/report/index.ts'
import { formatCode } from '../../src/poster/check-code.ts'
import { dayAndTime, dayWords, say, timeWords, type DeskLanguage } from '../web/language.ts'
import type { AuditQuestion } from './question.ts'
import type { ToldAct } from './read.ts'
import { sentenceOf } from './sentence.ts'

export type Around = {
  readonly town: string
  readonly language: DeskLanguage
  readonly question: AuditQuestion
  /** Names of what the question asks for, as the form has them. */
  readonly asked: { readonly by: string; readonly of: string }
  readonly by: string
  readonly at: string
  readonly head: { readonly seq: number; readonly hash: string }
  readonly code: string
  readonly address: string | null
}

/** The days that were asked for, as people say them. */
export const daysSaid = ({ from, to }: AuditQuestion, language: DeskLanguage): string => {
  const day = (date: string) => dayWords(`${date}T12:00:00+08:00`, language)
  if (from === null && to === null) return say(language, '全部日子', 'all days')
  if (from === null) return say(language, `到${day(to ?? '')}为止`, `until ${day(to ?? '')}`)
  if (to === null) return say(language, `从${day(from)}起`, `from ${day(from)}`)
  return say(language, `${day(from)}到${day(to)}`, `${day(from)} to ${day(to)}`)
}

const factsOf = (around: Around, acts: readonly ToldAct[]): ReportSheet['facts'] => {
  const { language, question, asked, by, at, head } = around
  const edited = acts.filter(({ holds }) => !holds).length
  const t = (zh: string, en: string) => say(language, zh, en)
  return [
    [t('日期', 'Days'), daysSaid(question, language)],
    [t('谁', 'Who'), asked.by],
    [t('什么', 'What'), asked.of],
    [t('条数', 'Rows'), t(`${acts.length} 条，从新到旧`, `${acts.length}, newest first`)],
    [
      t('被改动', 'Edited'),
      edited === 0 ? t('没有', 'none') : t(`${edited} 条，那一条上写明`, `${edited}, told at each`),
    ],
    [t('导出', 'Exported'), t(`${by}，${dayAndTime(at, language)}`, `by ${by}, ${dayAndTime(at, language)}`)],
    [
      t('记录到', 'Log up to'),
      t(
        `第 ${head.seq} 条，指纹 ${head.hash.slice(0, 16)}`,
        `row ${head.seq}, hash ${head.hash.slice(0, 16)}`,
      ),
    ],
  ]
}

const checkOf = ({ language, address, code }: Around): readonly string[] =>
  address === null
    ? [
        say(
          language,
          `怎样核验：在本镇服务器的 /v 页面输入核验码 ${formatCode(code)}，能看到这次导出了什么；再把这个文件放上去，能查文件有没有被改过。`,
          `To check this: type the code ${formatCode(code)} at /v on the town's server, which tells what was exported; then give it this file, and it tells whether the file was changed.`,
        ),
      ]
    : [
        say(
          language,
          `怎样核验：扫右上角的码，或打开 ${address} ，能看到这次导出了什么、当时的记录今天还是不是一样；在那一页把这个文件放上去，能查文件有没有被改过。`,
          `To check this: scan the square, or open ${address}, which tells what was exported and whether those rows are the same today; give that page this file, and it tells whether the file was changed.`,
        ),
      ]

/** A character no font has would keep the whole from being set. */
export type Mended = (text: string) => string

const rowsByDay = (acts: readonly ToldAct[], language: DeskLanguage, mended: Mended): ReportSheet['days'] => {
  const days = new Map<string, ReportSheet['days'][number]['rows'][number][]>()
  for (const act of acts) {
    const day = dayWords(act.at, language) || say(language, '日期读不出来', 'No day to be read')
    const rows = days.get(day) ?? []
    rows.push({
      seq: String(act.seq),
      time: timeWords(act.at),
      who: mended(act.who),
      said: mended(sentenceOf(act, language)),
      detail: mended(act.detail),
      edited: act.holds ? '' : say(language, '停 这一条被人改过', 'Stop: this row was edited'),
    })
    days.set(day, rows)
  }
  return [...days].map(([day, rows]) => ({ day, rows }))
}

/** An export of the audit in the words of its reader. */
export const reportSheet = (around: Around, acts: readonly ToldAct[], mended: Mended): ReportSheet => {
  const { language, town, code, address, head } = around
  const t = (zh: string, en: string) => say(language, zh, en)
  return {
    language,
    title: t('操作记录', 'Audit'),
    town: mended(town),
    facts: factsOf(around, acts).map(([label, said]) => [label, mended(said)] as const),
    check: [
      t(
        '每一条记录都带着上一条的指纹，改一条、删一条都会被发现。这份文件由本镇的服务器签名。',
        'Each row of the log covers the hash of the one before, so an edit or a deletion shows. This file is signed by the server of the town.',
      ),
      ...checkOf(around),
    ],
    code: formatCode(code),
    codeLabel: t('核验码', 'Check code'),
    address,
    columns: [t('序号', 'No.'), t('时间', 'Time'), t('谁', 'Who'), t('做了什么', 'What')],
    days: rowsByDay(acts, language, mended),
    pages: t('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}'),
    footer: mended(
      t(
        `${town} 操作记录 ${formatCode(code)} 记录到第 ${head.seq} 条，指纹 ${head.hash}`,
        `${town} Audit ${formatCode(code)} up to row ${head.seq}, hash ${head.hash}`,
      ),
    ),
  }
}
