import { addressOf, type AuditQuestion, type Choices } from '../../audit-report/index.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { SignedPdf } from './SignedPdf.tsx'

type Props = {
  readonly action: string
  readonly question: AuditQuestion
  readonly choices: Choices
  readonly language: DeskLanguage
}

type PickProps = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly chosen: string | null
  readonly choices: Choices['people']
}

const Pick = ({ name, label, all, chosen, choices }: PickProps) => (
  <label>
    {label}
    <select name={name} defaultValue={chosen ?? ''}>
      <option value="">{all}</option>
      {choices.map(({ value, name: said }) => (
        <option key={value} value={value}>
          {said}
        </option>
      ))}
    </select>
  </label>
)

const Day = ({
  name,
  label,
  day,
}: {
  readonly name: string
  readonly label: string
  readonly day: string | null
}) => (
  <label>
    {label}
    <input type="date" name={name} defaultValue={day ?? ''} />
  </label>
)

/** Whose acts, on what, on which days: a form that needs no script, so that its address can be sent to a colleague. */
export const AuditQuestionForm = ({ action, question, choices, language }: Props) => (
  <form action={action} className="ss-acts__question">
    <Pick
      name="by"
      label={say(language, '谁', 'Who')}
      all={say(language, '所有人', 'Everybody')}
      chosen={question.by}
      choices={choices.people}
    />
    <Pick
      name="of"
      label={say(language, '什么', 'What')}
      all={say(language, '所有东西', 'Everything')}
      chosen={question.of?.split('/')[0] ?? null}
      choices={choices.things}
    />
    <Day name="from" label={say(language, '从哪天', 'From')} day={question.from} />
    <Day name="to" label={say(language, '到哪天', 'To')} day={question.to} />
    <button type="submit" className="ss-button ss-button--primary">
      {say(language, '看', 'Show')}
    </button>
    <a className="ss-button" href={`/api/audit-report.xlsx?${addressOf({ ...question, before: null })}`}>
      {say(language, '导出表格', 'As a spreadsheet')}
    </a>
    <SignedPdf asked={addressOf({ ...question, before: null })} language={language} />
  </form>
)
