'use client'

import { useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Town } from '../../../src/checks/index.ts'
import { KINDS } from '../../../src/content/index.ts'
import { readDesk } from '../../web/desk.ts'
import { deskLanguage, type DeskLanguage } from '../../web/language.ts'
import { useOpen } from '../writing/savers.ts'
import { faultsOf, townOf, type PlainTown } from './checked.ts'
import { putFindings } from './faults.ts'

/** What the words are checked against, asked once for an open form. */
export const useTown = (language: DeskLanguage): Town | undefined => {
  const [town, setTown] = useState<Town>()
  useEffect(() => {
    let isGone = false
    void readDesk<PlainTown>('/terms/town', language).then((answer) => {
      if (answer.ok && !isGone) setTown(townOf(answer.value))
    })
    return () => {
      isGone = true
    }
  }, [language])
  return town
}

/** Checks the words as the form opens and after each save; what is found stands at its field (CHK-19). */
export const useCheckedWords = (row: string): void => {
  const { collectionSlug: collection = '' } = useDocumentInfo()
  const { getData } = useForm()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const town = useTown(language)
  const kind = useOpen(row)?.state.saving.kind
  useEffect(() => {
    if (town && row !== '' && kind !== 'saving')
      putFindings(row, faultsOf({ kinds: KINDS, collection, data: getData(), town }, language))
  }, [row, kind, town, collection, getData, language])
  useEffect(() => () => putFindings(row, []), [row])
}
