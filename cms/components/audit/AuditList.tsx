import { SetStepNav } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'
import {
  addressOf,
  questionIn,
  mayReadAudit,
  readActs,
  readChoices,
  type AuditQuestion,
  type ToldAct,
} from '../../audit-report/index.ts'
import { dayWords, deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { Act } from './Act.tsx'
import { AuditQuestionForm } from './AuditQuestionForm.tsx'

const PAGE = 50
const HERE = '/admin/collections/audit'

type Day = { readonly day: string; readonly acts: readonly ToldAct[] }

/** Rows under the day they fall on in the town, in the order they come in. */
const byDay = (acts: readonly ToldAct[], language: DeskLanguage): readonly Day[] => {
  const days = new Map<string, ToldAct[]>()
  for (const act of acts) {
    const day = dayWords(act.at, language)
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return [...days].map(([day, group]) => ({ day, acts: group }))
}

const Older = ({
  question,
  last,
  language,
}: {
  readonly question: AuditQuestion
  readonly last: ToldAct
  readonly language: DeskLanguage
}) => (
  <p className="ss-acts__older">
    <a className="ss-button" href={`${HERE}?${addressOf({ ...question, before: last.seq })}`}>
      {say(language, '看更早的', 'Show earlier ones')}
    </a>
  </p>
)

/** 操作记录: who did what to what, in words, newest first (DESK-5). */
export const AuditList = async ({
  i18n,
  payload,
  searchParams,
  user,
  BeforeListTable,
}: ServerProps & {
  readonly searchParams?: Readonly<Record<string, unknown>>
  /** Says that a row was not found, where an address named one that is not there. */
  readonly BeforeListTable?: ReactNode
}) => {
  if (!mayReadAudit(user)) return null
  const language = deskLanguage(i18n.language)
  const question = questionIn(searchParams ?? {})
  // One more than is shown tells whether there are earlier ones.
  const found = await readActs({ payload, language }, question, PAGE + 1)
  const acts = found.slice(0, PAGE)
  const last = acts.at(-1)
  return (
    <div className="ss-view ss-acts">
      <SetStepNav nav={[{ label: say(language, '操作记录', 'Audit') }]} />
      {BeforeListTable}
      <h1>{say(language, '操作记录', 'Audit')}</h1>
      <p className="ss-secondary">
        {say(
          language,
          '谁在什么时候做了什么。哪一条被人改动过，那一条上会写明。',
          'Who did what and when. A row that somebody edited says so.',
        )}
      </p>
      <AuditQuestionForm
        action={HERE}
        question={question}
        choices={await readChoices(payload, language)}
        language={language}
      />
      {acts.length === 0 && (
        <p className="ss-panel">
          {say(language, '没有这样的记录，放宽一点条件再看。', 'No such act; ask for less at once.')}
        </p>
      )}
      {byDay(acts, language).map(({ day, acts: group }) => (
        <section key={day} className="ss-panel ss-lines">
          <h2>{day}</h2>
          <ul>
            {group.map((act) => (
              <Act key={act.seq} act={act} here={HERE} language={language} />
            ))}
          </ul>
        </section>
      ))}
      {last && found.length > PAGE && <Older question={question} last={last} language={language} />}
    </div>
  )
}
