'use client'

import { useState } from 'react'
import type { Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { CodeField } from './CodeField.tsx'
import { beginEnrolment, Enrol, type Credentials, type Shown } from './Enrol.tsx'
import { Faults } from './Field.tsx'

type AskProps = {
  readonly language: DeskLanguage
  readonly faults: readonly Fault[]
  readonly busy: boolean
  readonly enter: (code: string) => void
}

/** The password was right: now the phone (PPL-8). */
export const AskCode = ({ language, faults, busy, enter }: AskProps) => {
  const [code, setCode] = useState('')
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        enter(code)
      }}
    >
      <h1>{say(language, '第二道验证', 'Second factor')}</h1>
      <p>
        {say(
          language,
          '密码对了。再打开手机上的验证器，填“银盾”下面的数字。',
          'The password is right. Now open the authenticator on your phone and type the number under 银盾.',
        )}
      </p>
      <Faults faults={faults} />
      <CodeField language={language} value={code} set={setCode} />
      <button type="submit" className="ss-button ss-button--primary" disabled={busy}>
        {say(language, '登录', 'Sign in')}
      </button>
      <p className="ss-secondary">
        {say(
          language,
          '手机和恢复码都没有了，请管理员当面重置。',
          'Without phone and codes, an administrator resets it in person.',
        )}
      </p>
    </form>
  )
}

type Props = { readonly who: Credentials; readonly language: DeskLanguage; readonly done: () => void }

/** The town asks for a second factor that this person does not have yet. */
export const MustEnrol = ({ who, language, done }: Props) => {
  const [shown, show] = useState<Shown | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const begin = async () => {
    const answer = await beginEnrolment(who, '', language)
    if (answer.ok) show(answer.value)
    else setFaults(answer.faults)
  }
  if (shown) return <Enrol shown={shown} who={who} language={language} done={done} />
  return (
    <div className="ss-sign-in__form">
      <h1>{say(language, '先设第二道验证', 'First a second factor')}</h1>
      <p>
        {say(
          language,
          '本镇要求签发人和管理员登录时，除了密码，再填手机上的 6 位数字：密码被人偷看了，也进不来。设一次，两分钟，手机要在身边。',
          'This town asks issuers and administrators for six digits of their phone beside the password, so that a stolen password opens nothing. It takes two minutes, once; have your phone at hand.',
        )}
      </p>
      <Faults faults={faults} />
      <button type="button" className="ss-button ss-button--primary" onClick={() => void begin()}>
        {say(language, '开始设', 'Begin')}
      </button>
    </div>
  )
}
