import { dayAndTime, type DeskLanguage } from '../../web/language.ts'
import type { ReviewCase } from '../../workflow/read.ts'
import { stateTone, stateWords } from './story.ts'

/** One submission that waits for a person, as a line of a list. */
export const WaitingItem = ({
  told,
  language,
}: {
  readonly told: ReviewCase
  readonly language: DeskLanguage
}) => (
  <li>
    <a href={`/admin/collections/submissions/${told.submission.id}`}>{told.submission.title}</a>
    <span className={`ss-tag ss-tag--${stateTone(told.state)}`}>{stateWords(told.state, language)}</span>
    <small>
      {told.submission.submittedBy.name} · {dayAndTime(told.submission.submittedAt, language)}
    </small>
  </li>
)
