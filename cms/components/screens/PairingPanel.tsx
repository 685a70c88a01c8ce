'use client'

import { useAuth, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askDesk, type Fault } from '../../web/desk.ts'
import { scopeOfAct } from '../../../src/review/access.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'

type Found = { readonly fingerprint: string }

/** The screen shows eight capitals in two groups. */
const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z]/gu, '')
    .slice(0, 8)

const usePairing = (screen: string, language: DeskLanguage) => {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Found>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const ask = async <Value,>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    then: (v: Value) => void,
  ) => {
    setBusy(true)
    setFaults([])
    const answer = await askDesk<Value>(path, body, language)
    setBusy(false)
    if (answer.ok) then(answer.value)
    else setFaults(answer.faults)
  }
  const reload = () => location.reload()
  return {
    busy,
    found,
    faults,
    look: (code: string) => ask<Found>('/pairings/look', { code }, setFound),
    pair: (code: string) =>
      ask(`/screens/${screen}/pair`, { code, fingerprint: found?.fingerprint ?? '' }, reload),
    unpair: () => ask(`/screens/${screen}/unpair`, {}, reload),
    forget: () => setFound(undefined),
  }
}

const Paired = ({
  busy,
  unpair,
  language,
}: {
  busy: boolean
  unpair: () => void
  language: DeskLanguage
}) => {
  const [sure, setSure] = useState(false)
  return (
    <>
      <p className="ss-done">{say(language, '已配对。', 'Paired.')}</p>
      <button
        type="button"
        className={sure ? 'ss-button ss-button--stop' : 'ss-button'}
        disabled={busy}
        onClick={() => (sure ? unpair() : setSure(true))}
      >
        {sure
          ? say(language, '确定解除：这台设备将不再播放本屏的节目', 'Yes, let this device go')
          : say(language, '解除配对', 'Unpair')}
      </button>
    </>
  )
}

type PairProps = { readonly pairing: ReturnType<typeof usePairing>; readonly language: DeskLanguage }

const Pair = ({ pairing, language }: PairProps) => {
  const [code, setCode] = useState('')
  const { busy, found, look, pair, forget } = pairing
  return (
    <>
      <label>
        {say(language, '屏上显示的 8 个字母', 'The 8 letters on the screen')}
        <input
          className="ss-code"
          value={code}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setCode(tidy(event.target.value))
            forget()
          }}
        />
      </label>
      {found && (
        <>
          <p>
            {say(
              language,
              '请看屏上的密钥指纹，和下面一字不差才能确认：',
              'Compare with the fingerprint on the screen; confirm only when every character is the same:',
            )}
          </p>
          <p className="ss-fingerprint">{found.fingerprint}</p>
        </>
      )}
      <button
        type="button"
        className="ss-button ss-button--primary"
        disabled={busy || code.length !== 8}
        onClick={() => void (found ? pair(code) : look(code))}
      >
        {found ? say(language, '一致，确认配对', 'The same: pair') : say(language, '下一步', 'Next')}
      </button>
    </>
  )
}

/** Type the code, see the same fingerprint in both places, confirm (docs/design.md#keys). Administrators only. */
export const PairingPanel = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const pairedAt = useFormFields(([fields]) => fields['pairedAt']?.value)
  const pairing = usePairing(String(id), language)
  const roles = (user as { readonly roles?: readonly string[] } | null)?.roles ?? []
  if (scopeOfAct('screen.pair', roles) === 'none') return null
  return (
    <section className="ss-panel">
      <h3>{say(language, '配对', 'Pairing')}</h3>
      {id === undefined && (
        <p className="ss-secondary">
          {say(language, '先保存这块屏，再来配对。', 'Save the screen first, then pair.')}
        </p>
      )}
      {id !== undefined && Boolean(pairedAt) && (
        <Paired busy={pairing.busy} unpair={() => void pairing.unpair()} language={language} />
      )}
      {id !== undefined && !pairedAt && <Pair pairing={pairing} language={language} />}
      {pairing.faults.map((fault) => (
        <p className="ss-fault" role="alert" key={fault.message}>
          {fault.message}
        </p>
      ))}
    </section>
  )
}
