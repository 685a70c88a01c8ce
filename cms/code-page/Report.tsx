import { formatCode } from '../../src/poster/check-code.ts'
import { daysSaid, questionIn, type ReportLook } from '../audit-report/index.ts'
import { dayAndTime, type DeskLanguage } from '../web/language.ts'
import { reportWords, type ReportWords } from './report-words.ts'

type Told = { readonly tone: 'valid' | 'expired' | 'withdrawn'; readonly said: string; readonly lead: string }

const listed = (rows: readonly number[]): string => rows.toSorted((a, b) => a - b).join('、')

const toldOf = (look: ReportLook, words: ReportWords): Told => {
  if (look.at === 'foreign') return { tone: 'withdrawn', said: words.foreign, lead: words.foreignLead }
  if (look.at === 'altered') return { tone: 'withdrawn', said: words.altered, lead: words.alteredLead }
  const edited = look.rows.at === 'changed' ? listed(look.rows.edited) : null
  const tone = edited === null && look.recorded !== null ? 'valid' : 'expired'
  if (look.at === 'known')
    return { tone, said: words.known, lead: edited === null ? words.knownLead : words.knownMoved(edited) }
  return edited === null
    ? { tone, said: words.whole, lead: look.recorded === null ? words.wholeAlone : words.wholeLead }
    : { tone, said: words.moved, lead: words.movedLead(edited) }
}

type Props = {
  readonly look: ReportLook
  /** Whose acts, and on what. */
  readonly asked: { readonly by: string; readonly of: string }
  readonly language: DeskLanguage
}

const SIGNS = { valid: '✓', expired: '!', withdrawn: '✕' } as const

/** What an export said, for whoever holds it. */
const Facts = ({ look, asked: names, language }: Props) => {
  if (look.at === 'foreign') return null
  const words = reportWords(language)
  const { asked, count, name, at, head, headHash, code } = look.statement
  const question = questionIn(Object.fromEntries(new URLSearchParams(asked)))
  return (
    <dl className="facts">
      <dt>{words.days}</dt>
      <dd>{daysSaid(question, language)}</dd>
      <dt>{words.who}</dt>
      <dd>{names.by}</dd>
      <dt>{words.what}</dt>
      <dd>{names.of}</dd>
      <dt>{words.rows}</dt>
      <dd>{count}</dd>
      <dt>{words.by}</dt>
      <dd>{name}</dd>
      <dt>{words.at}</dt>
      <dd>{dayAndTime(at, language)}</dd>
      <dt>{words.upTo}</dt>
      <dd className="hash">{words.headOf(head, headHash)}</dd>
      <dt>{words.code}</dt>
      <dd className="digits">{formatCode(code)}</dd>
    </dl>
  )
}

/** Signed or not, changed or not: in words, large. */
export const Report = ({ look, asked, language }: Props) => {
  const words = reportWords(language)
  const { tone, said, lead } = toldOf(look, words)
  const unrecorded = (look.at === 'whole' || look.at === 'known') && look.recorded === null
  return (
    <>
      <section className={`state ${tone}`}>
        <strong>
          <span aria-hidden="true">{SIGNS[tone]}</span>
          {said}
        </strong>
        <span>{lead}</span>
        {unrecorded && <span>{words.unrecorded}</span>}
      </section>
      <Facts look={look} asked={asked} language={language} />
    </>
  )
}

/** Shown by its script (browser/report.ts), which reads the file where it is. */
export const GiveFile = ({ language }: Pick<Props, 'language'>) => {
  const words = reportWords(language)
  return (
    <div className="ask report" hidden>
      <h1>{words.ask}</h1>
      <p className="small">{words.askLead}</p>
      <label className="shoot">
        <span data-busy={words.reading}>{words.choose}</span>
        <input name="file" type="file" accept="application/pdf,.pdf" />
      </label>
      <p className="fault" role="alert" hidden>
        {words.unread}
      </p>
    </div>
  )
}
