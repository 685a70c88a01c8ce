'use client'

import { say, type DeskLanguage } from '../../web/language.ts'
import { useDecision } from './useDecision.ts'

type Props = {
  readonly submission: string
  readonly mayRemind: boolean
  /** Why there is nothing to decide, or that somebody reminded today. */
  readonly reason: string
  readonly language: DeskLanguage
}

/** What its writers may do while others decide: take it back, and remind whoever is next. */
export const Own = ({ submission, mayRemind, reason, language }: Props) => {
  const { busy, faults, decide } = useDecision(language)
  const post = (act: string) => () => void decide(`/submissions/${submission}/${act}`, {})
  return (
    <>
      <div className="ss-bar__say">
        <p>{reason}</p>
        {faults.map(({ message }) => (
          <p className="ss-fault" role="alert" key={message}>
            {message}
          </p>
        ))}
      </div>
      <div className="ss-buttons">
        <button type="button" className="ss-button" disabled={busy} onClick={post('retract')}>
          {say(language, '撤回', 'Take back')}
        </button>
        <button
          type="button"
          className="ss-button ss-button--primary"
          disabled={busy || !mayRemind}
          onClick={post('remind')}
        >
          {say(language, '催办', 'Remind')}
        </button>
      </div>
    </>
  )
}
