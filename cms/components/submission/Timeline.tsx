import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
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
          {step.to && ` → ${step.to}`}
        </strong>
        <time dateTime={step.at}>{dayAndTime(step.at, language)}</time>
        {step.comment !== '' && <q>{step.comment}</q>}
        {step.pins?.map(({ look, text }) => (
          <q key={`${look} ${text}`}>
            {look !== null && say(language, `第 ${look} 页：`, `Page ${look}: `)}
            {text}
          </q>
        ))}
      </li>
    ))}
  </ol>
)
