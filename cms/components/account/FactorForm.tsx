'use client'

import { useState } from 'react'
import { askDesk, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { CodeField } from '../sign-in/CodeField.tsx'
import type { Shown } from '../sign-in/Enrol.tsx'
import { Faults, Field } from '../sign-in/Field.tsx'

/** The doors that ask for the password and, where there is a factor, for a code of it. */
export type Choice = 'begin' | 'codes' | 'remove'
export type Done =
  | { readonly shown: Shown; readonly password: string }
  | { readonly codes: readonly string[] }
  | { readonly removed: true }

type Answered = Shown & { readonly recovery: readonly string[] }

type Props = {
  readonly choice: Choice
  readonly has: boolean
  readonly language: DeskLanguage
  readonly done: (done: Done) => void
  readonly leave: () => void
}

const titleOf = (choice: Choice, has: boolean, language: DeskLanguage): string => {
  if (choice === 'codes') return say(language, '换新的恢复码', 'New recovery codes')
  if (choice === 'remove') return say(language, '取消第二道验证', 'Remove the second factor')
  return has ? say(language, '换一部手机', 'Another phone') : say(language, '先填密码', 'First your password')
}

const doneOf = (choice: Choice, value: Answered, password: string): Done => {
  if (choice === 'codes') return { codes: value.recovery }
  return choice === 'remove' ? { removed: true } : { shown: value, password }
}

/** A session that somebody left open, or stole, changes nothing: the person is asked anew. */
export const FactorForm = ({ choice, has, language, done, leave }: Props) => {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const answer = await askDesk<Answered>(`/users/factor/${choice}`, { password, code }, language)
    setBusy(false)
    if (answer.ok) done(doneOf(choice, answer.value, password))
    else setFaults(answer.faults)
  }
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{titleOf(choice, has, language)}</h2>
      <Faults faults={faults} />
      <Field
        name="password"
        type="password"
        label={say(language, '您的密码', 'Your password')}
        autoComplete="current-password"
        value={password}
        set={setPassword}
      />
      {has && <CodeField language={language} value={code} set={setCode} />}
      <div className="ss-buttons">
        <button type="button" className="ss-button" onClick={leave}>
          {say(language, '先不办', 'Not now')}
        </button>
        <button type="submit" className="ss-button ss-button--primary" disabled={busy}>
          {say(language, '下一步', 'Next')}
        </button>
      </div>
    </form>
  )
}
