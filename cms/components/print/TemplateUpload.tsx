'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { sendDesk, type Answer, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { TemplateFace } from './TemplateFace.tsx'

type Installed = { readonly name: string; readonly version: number }
type Judged = Installed & {
  readonly nameEn: string
  readonly standing: readonly string[]
  readonly thumb: string | null
}

type State = {
  readonly busy: boolean
  readonly faults: readonly Fault[]
  /** Came through the gate and waits to be put in, or not. */
  readonly judged: (Judged & { readonly file: File }) | null
  readonly done: Installed | null
}
const NOTHING: State = { busy: false, faults: [], judged: null, done: null }

const send = <Value,>(door: 'judge' | 'install', file: File, language: DeskLanguage) => {
  const form = new FormData()
  form.set('file', file)
  return sendDesk<Value>(`/poster-templates/${door}`, form, language)
}

type Asked = { readonly language: DeskLanguage; readonly judged: Judged; readonly busy: boolean }
type Verbs = { readonly putIn: () => void; readonly leave: () => void }

/** Words that nobody released stand on it: whoever puts it in has read them. */
const Question = ({ language, judged, busy, putIn, leave }: Asked & Verbs) => (
  <div role="group" className="ss-judged">
    <p>
      {judged.standing.length > 0
        ? say(
            language,
            '试排通过了。它固定印这些字，没有经过送审签发，装入就是您负责。请先看一遍：',
            'It passed its trial. It prints these words, which nobody reviewed or issued; who puts it in answers for them. Read them first:',
          )
        : say(language, '试排通过了。', 'It passed its trial.')}
    </p>
    <TemplateFace
      name={say(language, judged.name, judged.nameEn)}
      version={judged.version}
      thumb={judged.thumb}
      standing={judged.standing}
      language={language}
      open
    />
    <Button onClick={putIn} disabled={busy} margin={false}>
      {say(language, '装入', 'Put it in')}
    </Button>{' '}
    <Button onClick={leave} disabled={busy} margin={false} buttonStyle="secondary">
      {say(language, '不装', 'Leave it')}
    </Button>
  </div>
)

/** 装入模板: one .zip through the gate, looked at, then put in; every fault is said under the button. */
export const TemplateUpload = ({ language }: { readonly language: DeskLanguage }) => {
  const [{ busy, faults, judged, done }, set] = useState(NOTHING)
  const picker = useRef<HTMLInputElement>(null)
  const ask = async <Value,>(
    door: 'judge' | 'install',
    file: File,
    then: (value: Value) => Partial<State>,
  ) => {
    set((now) => ({ ...now, busy: true, faults: [], done: null }))
    const answer: Answer<Value> = await send<Value>(door, file, language)
    set(answer.ok ? { ...NOTHING, ...then(answer.value) } : { ...NOTHING, faults: answer.faults })
  }
  const look = (file: File | undefined) =>
    file && ask<Judged>('judge', file, (value) => ({ judged: { ...value, file } }))
  const putIn = ({ file }: { readonly file: File }) =>
    ask<Installed>('install', file, (value) => ({ done: value }))
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
          void look(file)
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
      {judged && (
        <Question
          language={language}
          judged={judged}
          busy={busy}
          putIn={() => void putIn(judged)}
          leave={() => set(NOTHING)}
        />
      )}
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
