'use client'

import { useFieldPath, useTranslation } from '@payloadcms/ui'
import { deskLanguage } from '../../web/language.ts'
import { useRowName } from '../writing/useSaver.ts'
import { faultWords } from './fault-words.ts'
import { useFaults } from './faults.ts'

/** Under a field: why it keeps the content from 送审, until it is mended. */
export const FieldFault = ({ path: given = '' }: { readonly path?: string }) => {
  // A row of a list may have moved since the server drew this.
  const path = useFieldPath() ?? given
  const { i18n } = useTranslation()
  const faults = useFaults(useRowName()).filter(({ field }) => field === path)
  if (faults.length === 0) return null
  return (
    <ul className="ss-field-fault" role="alert">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.hint}`}>{faultWords(fault, deskLanguage(i18n.language))}</li>
      ))}
    </ul>
  )
}
