'use client'

import { useState } from 'react'
import { askDesk, type Answer, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import type { Shown } from '../sign-in/Enrol.tsx'
import { Faults, Field } from '../sign-in/Field.tsx'
import type { AskedToAdd } from '../sign-in/passkeys.ts'
import { ProofFields } from '../sign-in/ProofFields.tsx'
import { useProof, type ProofBody } from '../sign-in/useProof.ts'

/** The doors that ask for the password and, where there is a factor, for a proof of it. */
export type Choice =
  | { readonly to: 'begin' | 'codes' | 'remove' | 'passkeys/begin' }
  | { readonly to: 'passkeys/remove'; readonly id: string; readonly name: string }
export type Done =
  | { readonly shown: Shown; readonly password: string }
  | { readonly asked: AskedToAdd; readonly password: string }
  | { readonly codes: readonly string[] }
  | { readonly removed: true }

type Answered = Shown & AskedToAdd & { readonly recovery: readonly string[] }

type Props = {
  readonly choice: Choice
  readonly has: boolean
  readonly language: DeskLanguage
  readonly done: (done: Done) => void
  readonly leave: () => void
}

const titleOf = (choice: Choice, language: DeskLanguage): string => {
  switch (choice.to) {
    case 'begin':
      return say(language, '手机验证码', 'Codes of a phone')
    case 'codes':
      return say(language, '换新的恢复码', 'New recovery codes')
    case 'remove':
      return say(language, '取消第二道验证', 'Remove the second factor')
    case 'passkeys/begin':
      return say(language, '添加通行密钥', 'Add a passkey')
    case 'passkeys/remove':
      return say(language, `移除“${choice.name}”`, `Remove “${choice.name}”`)
  }
}

const doneOf = ({ to }: Choice, value: Answered, password: string): Done => {
  if (to === 'codes') return { codes: value.recovery }
  if (to === 'begin') return { shown: value, password }
  return to === 'passkeys/begin' ? { asked: value, password } : { removed: true }
}

/** A session that somebody left open, or stole, changes nothing: the person is asked anew. */
export const FactorForm = ({ choice, has, language, done, leave }: Props) => {
  const proving = useProof(null, language)
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<Answer<Answered>> => {
    const proof: Answer<ProofBody> = has ? await proving.prove() : { ok: true, value: { code: '' } }
    if (!proof.ok) return proof
    const body = { password, ...proof.value, ...('id' in choice && { id: choice.id }) }
    return askDesk<Answered>(`/users/factor/${choice.to}`, body, language)
  }
  const submit = async () => {
    setBusy(true)
    const answer = await send()
    setBusy(false)
    if (answer.ok) done(doneOf(choice, answer.value, password))
    else setFaults(answer.faults)
  }
  const byPasskey = has && proving.way === 'passkey'
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{titleOf(choice, language)}</h2>
      <Faults faults={faults} />
      <Field
        name="password"
        type="password"
        label={say(language, '您的密码', 'Your password')}
        autoComplete="current-password"
        value={password}
        set={setPassword}
      />
      {has && <ProofFields proving={proving} language={language} />}
      <div className="ss-buttons">
        <button type="button" className="ss-button" onClick={leave}>
          {say(language, '先不办', 'Not now')}
        </button>
        <button
          type="submit"
          className="ss-button ss-button--primary"
          disabled={busy || (has && proving.way === null)}
        >
          {byPasskey ? say(language, '用通行密钥验证', 'Use my passkey') : say(language, '下一步', 'Next')}
        </button>
      </div>
    </form>
  )
}
