'use client'

import { useState } from 'react'
import { inFours } from '../../../src/model/one-time-code.ts'
import { askDesk, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { CodeField } from './CodeField.tsx'
import { Faults } from './Field.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

export type Shown = { readonly secret: string; readonly qr: string }
/** Who sets it up: by a session the password is enough. */
export type Credentials = { readonly username?: string; readonly password: string }

type Props = {
  readonly shown: Shown
  readonly who: Credentials
  readonly language: DeskLanguage
  readonly done: () => void
}

const Steps = ({ shown, language }: Pick<Props, 'shown' | 'language'>) => (
  <>
    <p>
      {say(
        language,
        '在手机上打开一个验证器应用（微信小程序里的“腾讯身份验证器”，或 Microsoft Authenticator、FreeOTP 这类应用都行），扫这张二维码：',
        'Open an authenticator on your phone (such as FreeOTP, Microsoft or Google Authenticator) and scan this code:',
      )}
    </p>
    <img
      className="ss-enrol__qr"
      alt={say(language, '给手机验证器扫的二维码', 'QR code for the authenticator')}
      src={`data:image/svg+xml;utf8,${encodeURIComponent(shown.qr)}`}
      width={200}
      height={200}
    />
    <details>
      <summary>{say(language, '扫不了？手工输入密钥', 'Cannot scan? Type the secret')}</summary>
      <code className="ss-enrol__secret">{inFours(shown.secret)}</code>
    </details>
  </>
)

/** The secret for the phone, its first code, then the recovery codes. */
export const Enrol = ({ shown, who, language, done }: Props) => {
  const [code, setCode] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [recovery, setRecovery] = useState<readonly string[]>([])

  const confirm = async () => {
    setBusy(true)
    const answer = await askDesk<{ readonly recovery: readonly string[] }>(
      '/users/factor/confirm',
      { ...who, code },
      language,
    )
    setBusy(false)
    if (answer.ok) return setRecovery(answer.value.recovery)
    setFaults(answer.faults)
  }

  if (recovery.length > 0) return <RecoveryCodes codes={recovery} language={language} done={done} />
  return (
    <form
      className="ss-sign-in__form ss-enrol"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <h1>{say(language, '在手机上设第二道验证', 'Set up the second factor on your phone')}</h1>
      <Steps shown={shown} language={language} />
      <Faults faults={faults} />
      <CodeField language={language} value={code} set={setCode} first />
      <button type="submit" className="ss-button ss-button--primary" disabled={busy}>
        {say(language, '设好了', 'Set up')}
      </button>
    </form>
  )
}

/** Asks for a secret to be shown; faults where it is refused. */
export const beginEnrolment = (who: Credentials, proof: object, language: DeskLanguage) =>
  askDesk<Shown>('/users/factor/begin', { ...who, ...proof }, language)
