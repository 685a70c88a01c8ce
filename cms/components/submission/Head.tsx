import { RISK_WORDS } from '../../../src/lexicon/people.ts'
import { FRAUD_CLASS_NAMES } from '../../../src/model/names.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { isOpen } from '../../../src/review/submission-state.ts'
import { ports } from '../../base/ports.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import type { ReviewCase } from '../../workflow/read.ts'
import { waitOf } from '../../workflow/waiting.ts'
import { Steps } from './Steps.tsx'
import { stateTone, stateWords } from './story.ts'
import type { TrackStep } from './track.ts'
import { pressingWords } from './waiting-words.ts'

type Props = {
  readonly told: ReviewCase
  readonly content: FrozenContent | null
  readonly edition: number
  /** After how many days the town calls a wait overdue. */
  readonly reviewDays: number
  readonly steps: readonly TrackStep[]
  readonly language: DeskLanguage
}

const factsOf = ({ told, content, edition, language }: Props): readonly string[] => {
  const { kind, submittedBy, submittedAt } = told.submission
  const { kinds } = ports()
  const fraudClass = language === 'zh' && content && kinds.of(content.body).fraudClass(content.body)
  return [
    kinds.named(kind)?.names[language] ?? say(language, '内容', 'Content'),
    ...(fraudClass ? [FRAUD_CLASS_NAMES[fraudClass]] : []),
    ...(content?.risk === 'sensitive' ? [RISK_WORDS.sensitive[language]] : []),
    say(language, `第 ${edition} 版`, `Edition ${edition}`),
    say(
      language,
      `${submittedBy.name} ${dayAndTime(submittedAt, language)}送审`,
      `sent in by ${submittedBy.name}, ${dayAndTime(submittedAt, language)}`,
    ),
  ]
}

/** What it is, from whom, how long it waits, and how far it came. */
export const Head = (props: Props) => {
  const { told, steps, reviewDays, language } = props
  const wait = waitOf(told, ports().now(), reviewDays)
  return (
    <header>
      <div>
        <p className="ss-secondary">
          {factsOf(props).join(' · ')}
          {isOpen(told.state) && (
            <>
              {' · '}
              <b className={wait.days > 0 ? 'ss-waits' : ''}>{pressingWords(wait, language)}</b>
            </>
          )}
        </p>
        <h1>{told.submission.title}</h1>
        <span className={`ss-tag ss-tag--${stateTone(told.state)}`}>{stateWords(told.state, language)}</span>
      </div>
      <Steps
        steps={steps.map((step) => ({ ...step, name: step.name[language] }))}
        label={say(language, '审核进度', 'Progress of the review')}
      />
    </header>
  )
}
