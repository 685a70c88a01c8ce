'use client'

import { useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { askDesk } from '../../web/desk.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { useFormName } from '../writing/useSaver.ts'
import { isEmptied, noteProposed } from './proposed.ts'

type Proposed = {
  readonly fields: Readonly<Record<string, unknown>>
  readonly left: number
  readonly others: number
}

const filledWords = (filled: number, { left, others }: Proposed, language: DeskLanguage): string => {
  if (filled === 0)
    return say(
      language,
      '没有认出可以填的内容，或者这些栏里已经写了字，没有动。',
      'Nothing was found for the fields that are empty; what is written stays.',
    )
  return [
    say(
      language,
      `填好了 ${filled} 栏，每一栏下面写着“请核对”；有几栏在下面的“更多”里。`,
      `${filled} fields are filled, each marked to be checked; some are under More.`,
    ),
    left > 0 ? say(language, `还有 ${left} 句没有放进去。`, `${left} sentences found no room.`) : '',
    others > 0
      ? say(
          language,
          `文字里还有 ${others} 件别的案例，请存成 .docx 用“导入”。`,
          `The text tells ${others} more; bring it in as a .docx.`,
        )
      : '',
  ].join('')
}

/** Puts into the form what stands in the text; a field that somebody wrote in stays his. */
const useFill = () => {
  const { dispatchFields, getField, setModified } = useForm()
  const form = useFormName()
  return ({ fields }: Proposed): number => {
    const empty = Object.entries(fields).filter(([path]) => {
      const field = getField(path)
      return field !== undefined && isEmptied(field.value)
    })
    for (const [path, value] of empty) {
      dispatchFields({ type: 'UPDATE', path, value })
      noteProposed(form, path, value)
    }
    if (empty.length > 0) setModified(true)
    return empty.length
  }
}

type AskProps = {
  readonly busy: boolean
  readonly onText: (text: string) => void
  readonly onLeave: () => void
  readonly language: DeskLanguage
}

const Ask = ({ busy, onText, onLeave, language }: AskProps) => {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <div className="ss-paste__ask">
      <label htmlFor={id}>
        {say(
          language,
          '把 Word、微信里的整篇文字贴在这里，会按标题、经过、提醒分到各栏',
          'Paste the whole text of Word or WeChat; it is parted into the fields',
        )}
      </label>
      {/* Not a field of the form: nothing of it is stored. */}
      <textarea id={id} rows={8} value={text} onChange={({ target }) => setText(target.value)} />
      <div>
        <button
          type="button"
          id="paste-fill"
          className="ss-button ss-button--primary"
          disabled={busy || text.trim() === ''}
          onClick={() => onText(text)}
        >
          {say(language, '填进表单', 'Fill the form')}
        </button>
        <button type="button" className="ss-button" onClick={onLeave}>
          {say(language, '不填了', 'Leave it')}
        </button>
      </div>
    </div>
  )
}

/** 粘贴整篇文字: a text of an office becomes a proposed content, every filled field marked (IMP-22). */
export const PasteWhole = () => {
  const { collectionSlug, id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const fill = useFill()
  const [isOpen, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  // What stands in a draft was written by somebody; a new one is where a text is brought to.
  if (id !== undefined && !isOpen && told === '') return null
  const take = async (text: string) => {
    setBusy(true)
    const answer = await askDesk<Proposed>(`/${collectionSlug}/propose`, { text }, language)
    setBusy(false)
    if (!answer.ok) return setTold(answer.faults.map(({ message }) => message).join('\n'))
    setTold(filledWords(fill(answer.value), answer.value, language))
    setOpen(false)
  }
  return (
    <div className="ss-paste">
      {isOpen ? (
        <Ask
          busy={busy}
          onText={(text) => void take(text)}
          onLeave={() => setOpen(false)}
          language={language}
        />
      ) : (
        <button type="button" id="paste-whole" className="ss-link" onClick={() => setOpen(true)}>
          {say(language, '粘贴整篇文字', 'Paste a whole text')}
        </button>
      )}
      {told !== '' && <p role="status">{told}</p>}
    </div>
  )
}
