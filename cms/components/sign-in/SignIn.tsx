'use client'

import { useState } from 'react'
import type { PasskeyHome } from '../../../src/model/passkey.ts'
import { askDesk, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { Field, Faults } from './Field.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import { AskFactor, MustEnrol } from './SecondStep.tsx'
import { askWays, type ProofBody, type Ways } from './useProof.ts'

type Typed = { readonly username: string; readonly password: string }

type Props = {
  readonly language: DeskLanguage
  readonly next: string
  readonly home: PasskeyHome | null
}

/** What stands between the right password and a session. */
type Step = 'password' | 'own-password' | 'enrol' | 'factor'

const NEXT: Readonly<Record<string, Step>> = {
  PASSWORD_MUST_CHANGE: 'own-password',
  FACTOR_MUST_ENROL: 'enrol',
  FACTOR_ASKED: 'factor',
}

/** All of it in one request: there is no session in between. */
const signIn = (typed: Typed, proof: object, language: DeskLanguage) =>
  askDesk<object>('/users/login', { ...typed, ...proof }, language)

/**
 * Name and password; where the password was given by another, its change before anything else (PPL-2), then the second
 * factor of who has one or must have one (PPL-8).
 */
export const SignIn = ({ language, next, home }: Props) => {
  const [typed, setTyped] = useState<Typed>({ username: '', password: '' })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [step, setStep] = useState<Step>('password')
  const [ways, setWays] = useState<Ways | null>(null)

  const enter = async (as: Typed, proof: ProofBody | null = null) => {
    setBusy(true)
    const answer = await signIn(as, proof ?? {}, language)
    if (answer.ok) return location.assign(next)
    const after = answer.faults.map((fault) => NEXT[fault.code ?? '']).find(Boolean)
    // Known before the step is shown, so that nothing on it moves.
    if (after === 'factor') await askWays(as, language).then((told) => told.ok && setWays(told.value))
    setBusy(false)
    setTyped(as)
    // A step that is asked for is no fault; the same one asked again is.
    setFaults(after && after !== step ? [] : answer.faults)
    if (after) setStep(after)
  }

  if (step === 'factor')
    return (
      <AskFactor
        who={typed}
        ways={ways}
        language={language}
        faults={faults}
        busy={busy}
        enter={(proof) => void enter(typed, proof)}
      />
    )
  if (step === 'enrol')
    return <MustEnrol who={typed} home={home} language={language} done={() => setStep('factor')} />
  if (step === 'own-password')
    return (
      <OwnPassword
        typed={typed}
        language={language}
        changed={(password) => void enter({ username: typed.username, password })}
      />
    )
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        void enter(typed)
      }}
    >
      <h1>{say(language, '登录', 'Sign in')}</h1>
      <Faults faults={faults} />
      <Field
        name="username"
        label={say(language, '登录名', 'Sign-in name')}
        hint={say(language, '以前用邮箱登录的，照旧填邮箱', 'A mail address, if you signed in by it before')}
        autoComplete="username"
        value={typed.username}
        set={(username) => setTyped({ ...typed, username })}
      />
      <Field
        name="password"
        type="password"
        label={say(language, '密码', 'Password')}
        autoComplete="current-password"
        value={typed.password}
        set={(password) => setTyped({ ...typed, password })}
      />
      <button type="submit" className="ss-button ss-button--primary" disabled={busy}>
        {say(language, '登录', 'Sign in')}
      </button>
      <p className="ss-secondary">
        {say(
          language,
          '忘了密码，请管理员当面重设。',
          'A forgotten password is set anew by an administrator.',
        )}
      </p>
    </form>
  )
}
