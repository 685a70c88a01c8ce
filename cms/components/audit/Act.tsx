import { addressOf, sentenceOf, type ToldAct } from '../../audit-report/index.ts'
import { say, timeWords, type DeskLanguage } from '../../web/language.ts'

type Props = { readonly act: ToldAct; readonly here: string; readonly language: DeskLanguage }

const ONLY = { by: null, from: null, to: null, before: null }

/** One row of the audit as a sentence; its number leads to the row itself, with its hash. */
export const Act = ({ act, here, language }: Props) => (
  <li className="ss-act">
    <time dateTime={act.at}>{timeWords(act.at)}</time>
    <span className="ss-act__said">
      <b>{act.who}</b> {sentenceOf(act, language)}
      {act.detail !== '' && <em>{act.detail}</em>}
      {!act.holds && (
        <strong className="ss-tag ss-tag--stop">
          {say(language, '停 这一条被人改过', 'Stop: this row was edited')}
        </strong>
      )}
    </span>
    <small>
      {(act.kind !== '' || act.name !== '') && (
        <a href={`${here}?${addressOf({ ...ONLY, of: act.subject })}`}>
          {say(language, '只看它', 'Only this')}
        </a>
      )}
      <a href={`${here}/${act.row}`}>{say(language, `第 ${act.seq} 条`, `No. ${act.seq}`)}</a>
    </small>
  </li>
)
