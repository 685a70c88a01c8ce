'use client'

import { useAllFormFields, useForm, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { readDesk } from '../../web/desk.ts'
import { dayAndTime, deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { useOpen } from '../writing/savers.ts'
import { useFormName, useRowName } from '../writing/useSaver.ts'
import { commentsOf, pathOf, type Comment } from './comments.ts'
import { goToField } from './go-to-field.ts'
import { putReturned, useReturned, type Returned } from './returned.ts'
import { SUBMITTED_EVENT } from './useStanding.ts'

/** Asks when the form opens, and after each save which of the comments the draft has answered. */
const useAsked = (row: string, language: DeskLanguage): void => {
  // By the state itself and not by its kind: a save that is tried again after a fault is told only once it is stored.
  const saving = useOpen(useFormName())?.state.saving
  useEffect(() => {
    if (row === '' || saving?.kind !== 'saved') return undefined
    let gone = false
    const ask = () =>
      void readDesk<{ returned: Returned | null }>(`/${row}/returned`, language).then((answer) => {
        if (answer.ok && !gone) putReturned(row, answer.value.returned)
      })
    ask()
    window.addEventListener(SUBMITTED_EVENT, ask)
    return () => {
      gone = true
      window.removeEventListener(SUBMITTED_EVENT, ask)
    }
  }, [row, saving, language])
  useEffect(() => () => putReturned(row, null), [row])
}

const leftWords = (comments: readonly Comment[], language: DeskLanguage): string => {
  const mended = comments.filter(({ isMended }) => isMended).length
  const left = comments.length - mended
  if (left === 0) return say(language, '都改了，可以再送审。', 'All answered: it can be sent in again.')
  return say(
    language,
    `${comments.length} 条意见，改了 ${mended} 条，还差 ${left} 条。`,
    `${comments.length} comments: ${mended} answered, ${left} to go.`,
  )
}

const One = ({ one, language }: { readonly one: Comment; readonly language: DeskLanguage }) => {
  const form = useForm()
  const [fields] = useAllFormFields()
  const path = pathOf(one, Object.keys(fields))
  const text = path ? (
    <button type="button" className="ss-link" onClick={() => goToField(form, path)}>
      {one.text}
    </button>
  ) : (
    <span>{one.text}</span>
  )
  return (
    <li className={one.isMended ? 'ss-comment--mended' : ''}>
      <b className="ss-pin">{one.number}</b>
      {text}{' '}
      <strong>{one.isMended ? say(language, '已改', 'Mended') : say(language, '还没改', 'Not yet')}</strong>
    </li>
  )
}

/** At the head of a form whose content was returned: what was written, each numbered as at its field (DESK-64). */
export const ReturnedComments = () => {
  const row = useRowName()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  useAsked(row, language)
  const returned = useReturned(row)
  if (!returned) return null
  const comments = commentsOf(returned)
  return (
    <section className="ss-panel ss-returned" role="status">
      <h3>
        {say(language, `${returned.by}退回了这件`, `Returned by ${returned.by}`)}
        <small>{dayAndTime(returned.at, language)}</small>
        <a href={`/admin/collections/submissions/${returned.submission}`}>
          {say(language, '看退回的那一版', 'What was returned')}
        </a>
      </h3>
      <ol>
        {comments.map((one) => (
          <One key={one.number} one={one} language={language} />
        ))}
      </ol>
      <p className="ss-secondary">{leftWords(comments, language)}</p>
    </section>
  )
}
