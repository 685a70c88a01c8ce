'use client'

import { useState } from 'react'
import { ask, nameIn, type Fault } from '../../web/answer.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { save } from '../../web/save.ts'

type Props = { readonly asked: string; readonly language: DeskLanguage }

/** A saved address is given back once the browser has surely begun with it. */
const KEEP_MS = 60_000

/** What was found as a PDF that the town signs; that it was exported stands in the log itself. */
export const SignedPdf = ({ asked, language }: Props) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const make = async () => {
    setBusy(true)
    setFaults([])
    const answer = await ask(`/api/audit-report.pdf?${asked}`, { method: 'POST', language }, async (got) => ({
      blob: await got.blob(),
      name: nameIn(got.headers) ?? 'audit.pdf',
    }))
    if (answer.ok) {
      const address = save(answer.value.blob, answer.value.name)
      setTimeout(() => URL.revokeObjectURL(address), KEEP_MS)
    } else setFaults(answer.faults)
    setBusy(false)
  }
  return (
    <>
      <button type="button" className="ss-button" data-signed-pdf disabled={busy} onClick={() => void make()}>
        {busy
          ? say(language, '正在导出…', 'Exporting…')
          : say(language, '导出 PDF（签名）', 'As a signed PDF')}
      </button>
      {faults.map(({ message }) => (
        <p className="ss-fault" role="alert" key={message}>
          {message}
        </p>
      ))}
    </>
  )
}
