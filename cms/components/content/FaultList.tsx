'use client'

import { useConfig, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { askDesk } from '../../web/desk.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { useOpen } from '../writing/savers.ts'
import { useRowName } from '../writing/useSaver.ts'
import { faultOf, type RawFault } from '../../web/desk.ts'
import { Reasons } from './Reasons.tsx'
import { RemedyButton, Sign } from './FaultLine.tsx'
import { faultWords } from './fault-words.ts'
import { putFaults, putNotes, reasonsOf, useFaults } from './faults.ts'
import { useCheckedWords } from './useCheckedWords.ts'
import { goToField } from './go-to-field.ts'
import { labelOf } from '../writing/labels.ts'

/** Asks anew after each save while faults stand, so that each goes when it is mended and not before. */
const useLookedAtAnew = (row: string): void => {
  const faults = useFaults(row)
  const kind = useOpen(row)?.state.saving.kind
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const stands = faults.length > 0
  useEffect(() => {
    if (!stands || kind !== 'saved') return
    void askDesk<{ faults: readonly RawFault[] }>(
      `/${row}/check`,
      { confirmed: reasonsOf(row) },
      language,
    ).then((answer) => {
      if (answer.ok)
        putFaults(
          row,
          answer.value.faults.map((fault) => faultOf(fault, language)),
        )
    })
  }, [row, stands, kind, language])
  useEffect(() => () => putFaults(row, []), [row])
}

/** Asks after each save on which paper the words will not go, so that the writer can still shorten them (PRT-22). */
const usePaperNotes = (row: string): void => {
  const kind = useOpen(row)?.state.saving.kind
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  useEffect(() => {
    if (row === '' || kind !== 'saved') return
    void askDesk<{ notes: readonly RawFault[] }>(`/${row}/paper`, {}, language).then((answer) => {
      if (answer.ok)
        putNotes(
          row,
          answer.value.notes.map((note) => faultOf(note, language)),
        )
    })
  }, [row, kind, language])
  useEffect(() => () => putNotes(row, []), [row])
}

/** Every fault that keeps the content from 送审, each a way to its field. */
export const FaultList = () => {
  const row = useRowName()
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const form = useForm()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  useLookedAtAnew(row)
  usePaperNotes(row)
  useCheckedWords(row)
  const faults = useFaults(row)
  if (faults.length === 0) return null
  const fields = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? []
  return (
    <section className="ss-panel ss-faults" role="alert">
      <h3>
        {say(
          language,
          faults.every(({ level }) => level === 'ask')
            ? `送审前，有 ${faults.length} 处要您说明：`
            : `还不能送审，有 ${faults.length} 处要改：`,
          `Not ready for review, ${faults.length} to mend:`,
        )}
      </h3>
      <ol>
        {faults.map((fault) => {
          const label = fault.field ? labelOf(fields, fault.field, i18n) : ''
          return (
            <li key={`${fault.field} ${fault.code} ${fault.hint} ${fault.start}`}>
              <Sign fault={fault} language={language} />
              {fault.field && label !== '' && (
                <button type="button" className="ss-link" onClick={() => goToField(form, fault.field ?? '')}>
                  {label}
                </button>
              )}
              {faultWords(fault, language)}
              <RemedyButton fault={fault} language={language} />
            </li>
          )
        })}
      </ol>
      <Reasons row={row} faults={faults} language={language} />
    </section>
  )
}
