'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askDesk, type Fault } from '../desk.ts'
import { deskLanguage, say, type DeskLanguage } from '../language.ts'

type Found = { readonly fingerprint: string }

/** The screen shows the code in two groups of four, all capitals. */
const tidy = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8)

const usePairing = (screen: string, language: DeskLanguage) => {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Found>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const ask = async (code: string, confirm: boolean) => {
    setBusy(true)
    setFaults([])
    const answer = confirm
      ? await askDesk<Found>(`/screens/${screen}/pair`, { code, fingerprint: found?.fingerprint }, language)
      : await askDesk<Found>('/pairings/look', { code }, language)
    setBusy(false)
    if (!answer.ok) return setFaults(answer.faults)
    if (confirm) return location.reload()
    setFound(answer.value)
  }
  return { busy, found, faults, ask, forget: () => setFound(undefined) }
}

const Confirm = ({ found, language }: { readonly found: Found; readonly language: DeskLanguage }) => (
  <>
    <p>
      {say(
        language,
        '请看屏幕上的密钥指纹，和下面一字不差才能确认：',
        'Compare with the fingerprint on the screen; confirm only when every character is the same:',
      )}
    </p>
    <p className="ss-fingerprint">{found.fingerprint}</p>
  </>
)

/** Type the code, see the same fingerprint in both places, confirm (design 5.5). */
export const PairingPanel = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const [code, setCode] = useState('')
  const { busy, found, faults, ask, forget } = usePairing(String(id), language)
  if (id === undefined)
    return (
      <p className="ss-secondary">
        {say(language, '先保存这块屏，再来配对。', 'Save the screen first, then pair.')}
      </p>
    )
  return (
    <section className="ss-panel">
      <h3>{say(language, '配对', 'Pairing')}</h3>
      <label>
        {say(language, '屏幕上显示的 8 位配对码', 'The 8-character code on the screen')}
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
      {faults.map((fault) => (
        <p className="ss-fault" role="alert" key={fault.message}>
          {fault.message}
        </p>
      ))}
      {found && <Confirm found={found} language={language} />}
      <button
        type="button"
        className="ss-button ss-button--primary"
        disabled={busy || code.length !== 8}
        onClick={() => void ask(code, found !== undefined)}
      >
        {found ? say(language, '一致，确认配对', 'The same: pair') : say(language, '查配对码', 'Look it up')}
      </button>
    </section>
  )
}
