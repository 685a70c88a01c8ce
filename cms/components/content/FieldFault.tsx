'use client'

import { useFieldPath, useTranslation } from '@payloadcms/ui'
import { deskLanguage } from '../../web/language.ts'
import { useRowName } from '../writing/useSaver.ts'
import { FaultLine } from './FaultLine.tsx'
import { faultWords } from './fault-words.ts'
import { useFaults, useFindings, useNotes } from './faults.ts'

/** Under a field: why it keeps the content from 送审, until it is mended, and on which paper it will not go. */
export const FieldFault = ({ path: given = '' }: { readonly path?: string }) => {
  // A row of a list may have moved since the server drew this.
  const path = useFieldPath() ?? given
  const { i18n } = useTranslation()
  const row = useRowName()
  const language = deskLanguage(i18n.language)
  const isHere = ({ field }: { readonly field: string | undefined }): boolean => field === path
  const [told, notes] = [useFaults(row).filter(isHere), useNotes(row).filter(isHere)]
  // The checks look at the words as they stand; what 送审 said of them before is theirs to say.
  const faults = [...told.filter(({ level }) => !level), ...useFindings(row).filter(isHere)]
  return (
    <>
      {faults.length > 0 && (
        <ul className="ss-field-fault" role="alert">
          {faults.map((fault) => (
            <li
              key={`${fault.code} ${fault.hint} ${fault.start}`}
              className={fault.level === 'ask' ? 'ss-field-ask' : undefined}
            >
              <FaultLine fault={fault} language={language} />
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="ss-field-note" role="status">
          {notes.map((note) => (
            <li key={`${note.code} ${note.hint}`}>{faultWords(note, language)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
