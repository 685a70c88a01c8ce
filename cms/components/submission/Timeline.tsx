import { dayAndTime, type DeskLanguage } from '../../web/language.ts'
import { stepWords, type Step } from './story.ts'

/** Who did what when, oldest first. */
export const Timeline = ({
  steps,
  language,
}: {
  readonly steps: readonly Step[]
  readonly language: DeskLanguage
}) => (
  <ol className="ss-timeline">
    {steps.map((step) => (
      <li key={`${step.decision} ${step.at}`} className={`ss-step ss-step--${step.decision}`}>
        <strong>
          {stepWords(step.decision, language)} · {step.by}
        </strong>
        <time dateTime={step.at}>{dayAndTime(step.at, language)}</time>
        {step.comment !== '' && <q>{step.comment}</q>}
      </li>
    ))}
  </ol>
)
