'use client'

import { useState } from 'react'
import type { PasskeyHome } from '../../../src/model/passkey.ts'
import type { Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { AddPasskey, beginPasskey } from './AddPasskey.tsx'
import { beginEnrolment, Enrol, type Credentials, type Shown } from './Enrol.tsx'
import { Faults } from './Field.tsx'
import { useHindrance, type AskedToAdd } from './passkeys.ts'
import { ProofFields } from './ProofFields.tsx'
import { useProof, type ProofBody, type Ways } from './useProof.ts'

type AskProps = {
  readonly who: Credentials
  /** By what he may prove himself, where it is known. */
  readonly ways: Ways | null
  readonly language: DeskLanguage
  readonly faults: readonly Fault[]
  readonly busy: boolean
  readonly enter: (proof: ProofBody) => void
}

const leadOf = (way: 'passkey' | 'code' | null, phone: boolean, language: DeskLanguage): string => {
  if (way !== 'code')
    return say(
      language,
      '密码对了。再用通行密钥验证：按指纹、看镜头、输开机密码，或插上安全密钥。',
      'The password is right. Now your passkey: your finger, your face, the PIN of this device, or a security key.',
    )
  return phone
    ? say(
        language,
        '密码对了。再打开手机上的验证器，填“银盾”下面的数字。',
        'The password is right. Now open the authenticator on your phone and type the number under 银盾.',
      )
    : say(language, '密码对了。再填一个恢复码。', 'The password is right. Now a recovery code.')
}

/** The password was right: now the passkey or the phone (PPL-8, PPL-15). */
export const AskFactor = ({ who, ways, language, faults, busy, enter }: AskProps) => {
  const proving = useProof(who, language, ways)
  const [own, setOwn] = useState<readonly Fault[]>([])
  const [asking, setAsking] = useState(false)
  const { way, phone } = proving
  const prove = async () => {
    setAsking(true)
    setOwn([])
    const proof = await proving.prove()
    setAsking(false)
    if (proof.ok) enter(proof.value)
    else setOwn(proof.faults)
  }
  return (
    <form
      className="ss-sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        void prove()
      }}
    >
      <h1>{say(language, '第二道验证', 'Second factor')}</h1>
      {way !== null && <p>{leadOf(way, phone, language)}</p>}
      <Faults faults={own.length > 0 ? own : faults} />
      {way === 'code' && <ProofFields proving={proving} language={language} />}
      <button
        type="submit"
        className="ss-button ss-button--primary"
        disabled={busy || asking || way === null}
      >
        {way === 'passkey'
          ? say(language, '用通行密钥登录', 'Sign in with my passkey')
          : say(language, '登录', 'Sign in')}
      </button>
      {way === 'passkey' && <ProofFields proving={proving} language={language} />}
      <p className="ss-secondary">
        {say(
          language,
          '通行密钥、手机和恢复码都没有了，请管理员当面重置。',
          'Without passkey, phone and codes, an administrator resets it in person.',
        )}
      </p>
    </form>
  )
}

type Props = {
  readonly who: Credentials
  /** Where passkeys of this town are made, if anywhere. */
  readonly home: PasskeyHome | null
  readonly language: DeskLanguage
  readonly done: () => void
}

type Begun = { readonly shown: Shown } | { readonly asked: AskedToAdd }

type WayProps = {
  readonly words: string
  readonly said: string
  readonly first: boolean
  readonly press: () => void
}

const Way = ({ words, said, first, press }: WayProps) => (
  <div className="ss-way">
    <button type="button" className={`ss-button ${first ? 'ss-button--primary' : ''}`} onClick={press}>
      {words}
    </button>
    <p className="ss-secondary">{said}</p>
  </div>
)

type ChoiceProps = {
  readonly language: DeskLanguage
  readonly faults: readonly Fault[]
  readonly passkeys: boolean
  readonly byPhone: () => void
  readonly byPasskey: () => void
}

const Choice = ({ language, faults, passkeys, byPhone, byPasskey }: ChoiceProps) => (
  <div className="ss-sign-in__form">
    <h1>{say(language, '先设第二道验证', 'First a second factor')}</h1>
    <p>
      {say(
        language,
        '本镇要求签发人和管理员登录时，除了密码，再验证一次：密码被人偷看了，也进不来。设一次，两分钟。',
        'This town asks issuers and administrators for a second factor beside the password, so that a stolen password opens nothing. It takes two minutes, once.',
      )}
    </p>
    <Faults faults={faults} />
    {passkeys && (
      <Way
        words={say(language, '用通行密钥', 'With a passkey')}
        said={say(
          language,
          '指纹、面容、开机密码，或安全密钥',
          'Finger, face, the PIN of this device, or a security key',
        )}
        first
        press={byPasskey}
      />
    )}
    <Way
      words={say(language, '用手机验证码', 'With codes of a phone')}
      said={say(language, '手机验证器应用上的 6 位数字', 'Six digits of an authenticator')}
      first={!passkeys}
      press={byPhone}
    />
  </div>
)

/** The town asks for a second factor that this person does not have yet. */
export const MustEnrol = ({ who, home, language, done }: Props) => {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const passkeys = useHindrance(home) === null
  const byPhone = async () => {
    const answer = await beginEnrolment(who, {}, language)
    if (answer.ok) setBegun({ shown: answer.value })
    else setFaults(answer.faults)
  }
  const byPasskey = async () => {
    const answer = await beginPasskey(who, {}, language)
    if (answer.ok) setBegun({ asked: answer.value })
    else setFaults(answer.faults)
  }
  if (begun && 'shown' in begun)
    return <Enrol shown={begun.shown} who={who} language={language} done={done} />
  if (begun)
    return (
      <AddPasskey
        asked={begun.asked}
        who={who}
        language={language}
        done={done}
        leave={() => setBegun(null)}
      />
    )
  return (
    <Choice
      language={language}
      faults={faults}
      passkeys={passkeys}
      byPhone={() => void byPhone()}
      byPasskey={() => void byPasskey()}
    />
  )
}
