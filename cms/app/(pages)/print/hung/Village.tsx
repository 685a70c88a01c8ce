import type { DeskLanguage } from '../../../../web/language.ts'
import { formatCode } from '../../../../../src/poster/check-code.ts'
import { dayWords } from '../../../../web/days.ts'
import type { Hung, HungIn } from '../hung.ts'
import hungStyles from '../hung.module.css'
import styles from '../print.module.css'
import { printWords } from '../words.ts'

type PostingProps = { readonly posting: Hung; readonly language: DeskLanguage }

const Posting = ({ posting, language }: PostingProps) => {
  const words = printWords(language)
  return (
    <li className={posting.takenDownAt === null ? undefined : hungStyles['gone']}>
      {posting.photo !== null && (
        <img src={posting.photo} alt={words.photoOf(posting.title)} loading="lazy" />
      )}
      <div>
        <strong>{posting.place || words.noPlace}</strong>
        <span>{posting.title}</span>
        <span className={styles['small']}>
          {words.hungOn(dayWords(posting.postedAt, language))}
          {words.comma}
          {posting.takenDownAt === null
            ? words.hungUntil(dayWords(posting.until, language))
            : words.takenDown(dayWords(posting.takenDownAt, language))}
        </span>
        <a className={styles['small']} href={`/v/${formatCode(posting.code)}`}>
          {words.code} {formatCode(posting.code)}
        </a>
      </div>
    </li>
  )
}

type Props = {
  readonly village: HungIn
  readonly language: DeskLanguage
  /** The only one on the page. */
  readonly alone: boolean
}

/** What one village has hung; what came down stands last, pale. Open for its own people, else one line to be opened. */
export const Village = ({ village, language, alone }: Props) => {
  const list = (
    <ul className={hungStyles['hung']}>
      {village.postings.map((posting) => (
        <Posting key={posting.id} posting={posting} language={language} />
      ))}
    </ul>
  )
  // Its name stands in the head already.
  if (alone && village.own) return list
  return (
    <details className={hungStyles['village']} open={village.own || alone}>
      <summary>
        <h2>{village.name}</h2>
        <span>{printWords(language).hanging(village.hanging)}</span>
      </summary>
      {list}
    </details>
  )
}
