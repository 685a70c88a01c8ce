'use client'

import { useForm } from '@payloadcms/ui'
import type { Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { remedied } from './checked.ts'
import { faultWords } from './fault-words.ts'

type Props = { readonly fault: Fault; readonly language: DeskLanguage }

/** 停 or 问 before the sentence of a check, never a colour alone. */
export const Sign = ({ fault: { level }, language }: Props) =>
  level && (
    <span className={`ss-sign ss-sign--${level}`}>
      {level === 'stop' ? say(language, '停', 'Stop') : say(language, '问', 'Ask')}
    </span>
  )

/** The button that puts it right, where there is a way to: the words go into the field, and are saved as typed ones. */
export const RemedyButton = ({ fault: { field, hint, remedy }, language }: Props) => {
  const { dispatchFields, getField, setModified } = useForm()
  const value: unknown = field ? getField(field)?.value : undefined
  if (!remedy || !field || typeof value !== 'string') return null
  const mend = () => {
    dispatchFields({ type: 'UPDATE', path: field, value: remedied(value, remedy, hint) })
    setModified(true)
  }
  return (
    <button type="button" className="ss-button ss-remedy" onClick={mend}>
      {say(language, remedy.zh, remedy.en)}
    </button>
  )
}

export const FaultLine = ({ fault, language }: Props) => (
  <>
    <Sign fault={fault} language={language} />
    <span className="ss-fault-words">{faultWords(fault, language)}</span>
    <RemedyButton fault={fault} language={language} />
  </>
)
