'use client'

import { toast, useConfig, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askDesk, type Fault } from '../desk.ts'
import { deskLanguage, say } from '../language.ts'
import { labelOf } from './labels.ts'

/** Told to the state line of the same page, which then reads anew. */
export const SUBMITTED_EVENT = 'silver-shield:submitted'

/** Saves the draft as it stands on the form; false when the form could not be saved. */
const useSaveDraft = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { submit } = useForm()
  return async (): Promise<boolean> => {
    const saved = await submit({
      action: `/api/${collectionSlug}/${id}?draft=true&depth=0`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    })
    return saved?.res?.ok === true
  }
}

/** 送审, in the place of Payload's Publish: saves, freezes, and says field by field what is still wrong. */
export const SubmitButton = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { dispatchFields, setModified } = useForm()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const [busy, setBusy] = useState(false)
  const save = useSaveDraft()

  const show = (faults: readonly Fault[]) => {
    const fields = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? []
    const onForm = faults.flatMap(({ field, message }) => (field ? [{ path: field, message }] : []))
    dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: onForm })
    const lines = faults.map(({ field, message }) => {
      const label = field ? labelOf(fields, field, i18n) : ''
      return label === '' ? message : `${label}：${message}`
    })
    toast.error(say(language, '还不能送审', 'Not ready for review'), {
      description: lines.join('\n'),
      duration: 20_000,
      className: 'ss-toast',
    })
  }

  const send = async () => {
    setBusy(true)
    if (await save()) {
      const answer = await askDesk(`/${collectionSlug}/${id}/submit`, {}, language)
      if (answer.ok) {
        setModified(false)
        toast.success(say(language, '已送审，等审核人处理', 'Sent; it waits for a reviewer'))
        window.dispatchEvent(new CustomEvent(SUBMITTED_EVENT))
      } else show(answer.faults)
    }
    setBusy(false)
  }

  return (
    <button
      id="action-submit"
      type="button"
      className="ss-button ss-button--primary"
      disabled={busy || id === undefined}
      onClick={() => void send()}
    >
      {busy ? say(language, '正在送审…', 'Sending…') : say(language, '送审', 'Submit')}
    </button>
  )
}
