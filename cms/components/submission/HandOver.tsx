'use client'

import { useState } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'
import { useDecision } from './useDecision.ts'

type Heir = { readonly id: string; readonly name: string }
type Props = { readonly submission: string; readonly heirs: readonly Heir[]; readonly language: DeskLanguage }

/** 转交: another person who may take this step does. */
export const HandOver = ({ submission, heirs, language }: Props) => {
  const [to, choose] = useState('')
  const { busy, faults, decide } = useDecision(language)
  if (heirs.length === 0) return null
  return (
    <details className="ss-hand-over">
      <summary>{say(language, '转交给别人审', 'Hand it over')}</summary>
      <div>
        <select
          aria-label={say(language, '转交给谁', 'To whom')}
          value={to}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{say(language, '选一位', 'Choose')}</option>
          {heirs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="ss-button"
          disabled={busy || to === ''}
          onClick={() => void decide(`/submissions/${submission}/hand-over`, { to })}
        >
          {say(language, '转交', 'Hand over')}
        </button>
      </div>
      {faults.map(({ message }) => (
        <p className="ss-fault" role="alert" key={message}>
          {message}
        </p>
      ))}
    </details>
  )
}
