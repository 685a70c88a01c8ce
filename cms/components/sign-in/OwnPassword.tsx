'use client'

import { useState } from 'react'
import { refusal } from '../../../src/errors/refusal.ts'
import { PASSWORD_FAULTS, PASSWORD_LEAST, passwordFaults } from '../../../src/model/password.ts'
import { askDesk, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { Faults, Field } from './Field.tsx'
import { AskFactor } from './SecondStep.tsx'
import type { ProofBody } from './useProof.ts'

type Typed = { readonly username: string; readonly password: string }

const ruleWords = (language: DeskLanguage) =>
  PASSWORD_FAULTS.map((fault) => {
    const { message_zh, message_en } = refusal(fault, { limit: PASSWORD_LEAST })
    return { fault, words: language === 'zh' ? message_zh : message_en }
  })

type RulesProps = { readonly password: string; readonly username: string; readonly language: DeskLanguage }

/** Each rule in words, ticked off while the password is typed. */
const Rules = ({ password, username, language }: RulesProps) => {
  const wrong = passwordFaults(password, { username })
  return (
    <ul className="ss-rules" id="rules-password">
      {ruleWords(language).map(({ fault, words }) => {
        const kept = password !== '' && !wrong.includes(fault)
        return (
          <li key={fault} data-kept={kept}>
            <span aria-hidden>{kept ? '✓' : '○'}</span> {words}
            <span className="ss-unseen">
              {kept ? say(language, '（已做到）', ' (kept)') : say(language, '（还没有）', ' (not yet)')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type Props = {
  readonly typed: Typed
  readonly language: DeskLanguage
  readonly changed: (password: string) => void
}

/** Before a given password opens anything: one that only this person knows (PPL-2). */
export const OwnPassword = ({ typed, language, changed }: Props) => {
  const [own, setOwn] = useState('')
  const [again, setAgain] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const wrong = passwordFaults(own, typed)

  const change = async (proof: ProofBody | null = null) => {
    if (own !== again)
      return setFaults([
        { field: 'again', message: say(language, '两次填的不一样', 'The two are not the same') },
      ])
    setBusy(true)
    const answer = await askDesk<object>('/users/own-password', { ...typed, ...proof, next: own }, language)
    if (answer.ok) return changed(own)
    setBusy(false)
    const asks = answer.faults.some(({ code }) => code === 'FACTOR_ASKED')
    setAsked(asks || (isAsked && answer.faults.every(({ field }) => field === 'code' || field === 'passkey')))
    // That it is asked for is no fault.
    setFaults(asks ? [] : answer.faults)
  }

  if (isAsked)
    return (
      <AskFactor
        who={typed}
        ways={null}
        language={language}
        faults={faults}
        busy={busy}
        enter={(proof) => void change(proof)}
      />
    )
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <h1>{say(language, '先换成自己的密码', 'First a password of your own')}</h1>
      <p>
        {say(
          language,
          '您刚才用的密码是别人给的，知道的不止您一个。换好了就登录。',
          'Somebody else knows the password you just used. Change it and you are signed in.',
        )}
      </p>
      <Faults faults={faults} />
      <Field
        name="own"
        type="password"
        label={say(language, '新密码', 'New password')}
        autoComplete="new-password"
        value={own}
        set={setOwn}
      />
      <Rules password={own} username={typed.username} language={language} />
      <Field
        name="again"
        type="password"
        label={say(language, '再填一遍', 'Once more')}
        autoComplete="new-password"
        value={again}
        set={setAgain}
      />
      <button
        type="submit"
        className="ss-button ss-button--primary"
        disabled={busy || wrong.length > 0 || again === ''}
      >
        {say(language, '换好并登录', 'Change and sign in')}
      </button>
    </form>
  )
}
