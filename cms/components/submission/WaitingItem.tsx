import { isOpen } from '../../../src/review/submission-state.ts'
import { ports } from '../../base/ports.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import type { Asking, ReviewCase } from '../../workflow/read.ts'
import { readReviewDays, remindedAt, waitOf } from '../../workflow/waiting.ts'
import { stateTone, stateWords } from './story.ts'
import { pressingWords } from './waiting-words.ts'

type Props = {
  readonly payload: Asking['payload']
  readonly told: ReviewCase
  readonly language: DeskLanguage
}

/** What presses on whoever is next: how long it waits where that is a day or more, and that its writer reminded. */
const Pressing = async ({ payload, told, language }: Props) => {
  if (!isOpen(told.state)) return null
  const wait = waitOf(told, ports().now(), await readReviewDays(payload))
  return (
    <>
      {wait.days > 0 && (
        <span className={wait.isOverdue ? 'ss-overdue' : 'ss-waits'}>{pressingWords(wait, language)}</span>
      )}
      {remindedAt(told) !== undefined && (
        <span className="ss-tag ss-tag--wait">
          {say(language, `${told.submission.submittedBy.name}催办`, 'Reminded')}
        </span>
      )}
    </>
  )
}

/** One submission that waits for a person, as a line of a list. */
export const WaitingItem = (props: Props) => {
  const { told, language } = props
  return (
    <li>
      <a href={`/admin/collections/submissions/${told.submission.id}`}>{told.submission.title}</a>
      <span className={`ss-tag ss-tag--${stateTone(told.state)}`}>{stateWords(told.state, language)}</span>
      <Pressing {...props} />
      <small>
        {told.submission.submittedBy.name} · {dayAndTime(told.submission.submittedAt, language)}
      </small>
    </li>
  )
}
