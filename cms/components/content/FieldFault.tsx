'use client'

import { useFieldPath, useTranslation } from '@payloadcms/ui'
import { deskLanguage } from '../../web/language.ts'
import { useFormName } from '../writing/useSaver.ts'
import { findingsOf, isMissing } from './findings.ts'
import { useLive } from './live.ts'

/**
 * Under a field: why it keeps the content from 送审, until it is mended, and what is good to know of it. That it is empty
 * is no fault before 送审 was pressed.
 */
export const FieldFault = ({ path: given = '' }: { readonly path?: string }) => {
  // A row of a list may have moved since the server drew this.
  const path = useFieldPath() ?? given
  const { i18n } = useTranslation()
  const { told, isPressed } = useLive(useFormName())
  const here = findingsOf(told?.findings ?? [], [], deskLanguage(i18n.language)).filter(
    ({ field }) => field === path,
  )
  const faults = here.filter((one) => one.level === 'stop' && (isPressed || !isMissing(one)))
  const notes = here.filter(({ level }) => level !== 'stop')
  return (
    <>
      {faults.length > 0 && (
        <ul className="ss-field-fault" role="alert">
          {faults.map(({ code, hint, sentence }) => (
            <li key={`${code} ${hint}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="ss-field-note" role="status">
          {notes.map(({ code, hint, sentence }) => (
            <li key={`${code} ${hint}`}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}
