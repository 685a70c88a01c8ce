'use client'

import { useState } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'
import { useDecision } from './useDecision.ts'

type Props = {
  readonly release: string
  /** What it will take off, in sentences. */
  readonly takesOff: readonly string[]
  readonly language: DeskLanguage
}

/** 撤下, with its reason, after what it will take off. */
export const Withdraw = ({ release, takesOff, language }: Props) => {
  const { busy, faults, decide } = useDecision(language)
  const [reason, setReason] = useState('')
  return (
    <>
      <label className="ss-bar__reason">
        {say(language, '撤下原因', 'Reason for withdrawing')}
        <textarea
          rows={1}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <div className="ss-bar__say">
        {takesOff.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {faults.map(({ message }) => (
          <p className="ss-fault" role="alert" key={message}>
            {message}
          </p>
        ))}
      </div>
      <div className="ss-buttons">
        <button
          type="button"
          className="ss-button ss-button--stop"
          disabled={busy}
          onClick={() => void decide(`/releases/${release}/withdraw`, { reason })}
        >
          {say(language, '撤下', 'Withdraw')}
        </button>
      </div>
    </>
  )
}
