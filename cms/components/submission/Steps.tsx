import { say, type DeskLanguage } from '../../web/language.ts'
import type { TrackStep } from './track.ts'

/** The way of a submission: who took which step, whose turn it is, what comes. */
export const Steps = ({
  steps,
  language,
}: {
  readonly steps: readonly TrackStep[]
  readonly language: DeskLanguage
}) => (
  <ol className="ss-track" aria-label={say(language, '审核进度', 'Progress of the review')}>
    {steps.map(({ name, by, state }, n) => (
      <li key={name[language]} className={`ss-track__one ss-track__one--${state}`}>
        <i aria-hidden>{state === 'done' ? '✓' : state === 'stopped' ? '✕' : n + 1}</i>
        <b>{name[language]}</b>
        <span>{by}</span>
      </li>
    ))}
  </ol>
)
