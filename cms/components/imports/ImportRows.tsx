import { say, type DeskLanguage } from '../../web/language.ts'
import { ROW_STATES, sentence, type Told, type ToldRow } from './told.ts'

/** More of one sort than anybody reads through; the rest is counted. */
const SHOWN = 100
/** Of what 送审 would say of a row. */
const NOTES_SHOWN = 3

const placeWords = (cell: string, heading: string, language: DeskLanguage): string =>
  [cell && say(language, `${cell} 格`, `cell ${cell}`), heading].filter(Boolean).join(' · ')

type RowProps = { readonly row: ToldRow; readonly language: DeskLanguage }

const Row = ({ row: { row, title, faults, notes }, language }: RowProps) => (
  <li className="ss-import__row">
    <span className="ss-import__number">{say(language, `第 ${row} 行`, `Row ${row}`)}</span>
    <div>
      <strong>{title || say(language, '（没有标题）', '(no title)')}</strong>
      {faults.map((fault) => (
        <p key={`${fault.cell} ${fault.code}`} className="ss-import__fault">
          <b>{placeWords(fault.cell, fault.heading, language)}</b> {sentence(fault, language)}
        </p>
      ))}
      {notes.slice(0, NOTES_SHOWN).map((note) => (
        <p key={`${note.code} ${note.message_zh}`} className="ss-import__note">
          {sentence(note, language)}
        </p>
      ))}
      {notes.length > NOTES_SHOWN && (
        <p className="ss-import__note">
          {say(
            language,
            `还有 ${notes.length - NOTES_SHOWN} 处，导入以后在表单里都看得到`,
            `${notes.length - NOTES_SHOWN} more, all shown in its form afterwards`,
          )}
        </p>
      )}
    </div>
  </li>
)

/** Row by row what was understood, what must be mended first. */
export const ImportRows = ({ told, language }: { readonly told: Told; readonly language: DeskLanguage }) =>
  ROW_STATES.map(({ state, tone, zh, en }) => {
    const rows = told.rows.filter((row) => row.state === state)
    if (rows.length === 0) return null
    const hidden = rows.length - SHOWN
    return (
      <section key={state} className={`ss-import__group ss-import__group--${tone}`}>
        <h2>
          {say(language, zh, en)} <span>{rows.length}</span>
        </h2>
        <ul>
          {rows.slice(0, SHOWN).map((row) => (
            <Row key={row.row} row={row} language={language} />
          ))}
        </ul>
        {hidden > 0 && (
          <p className="ss-secondary">
            {say(language, `还有 ${hidden} 行，这里不一一列出。`, `${hidden} more, not listed here.`)}
          </p>
        )}
      </section>
    )
  })
