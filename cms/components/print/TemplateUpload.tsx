'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { sendDesk, type Fault } from '../desk.ts'
import { say, type DeskLanguage } from '../language.ts'

type Installed = { readonly name: string; readonly version: number }

/** 装入模板: one .zip through the gate; every fault is said under the button. */
export const TemplateUpload = ({ language }: { readonly language: DeskLanguage }) => {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [done, setDone] = useState<Installed | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setFaults([])
    setDone(null)
    const form = new FormData()
    form.set('file', file)
    const answer = await sendDesk<Installed>('/poster-templates/install', form, language)
    setBusy(false)
    if (answer.ok) setDone(answer.value)
    else setFaults(answer.faults)
  }
  return (
    <>
      <Button onClick={() => picker.current?.click()} disabled={busy} margin={false}>
        {say(language, '装入新模板（.zip）', 'Put in a new template (.zip)')}
      </Button>
      <input
        ref={picker}
        type="file"
        name="template"
        accept=".zip,application/zip"
        hidden
        onChange={(event) => {
          const [file] = [...(event.target.files ?? [])]
          event.target.value = ''
          void send(file)
        }}
      />
      {busy && (
        <p className="ss-secondary">{say(language, '正在试排，请稍等。', 'Being tried, one moment.')}</p>
      )}
      {faults.map(({ message }) => (
        <p key={message} className="ss-fault" role="alert">
          {message}
        </p>
      ))}
      {done && (
        <p role="status">
          {say(
            language,
            `《${done.name}》第${done.version}版装好了，打印页现在就能选。`,
            `“${done.name}” version ${done.version} is in; the print page offers it now.`,
          )}
        </p>
      )}
    </>
  )
}
