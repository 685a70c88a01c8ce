'use client'

import { LeaveWithoutSaving, useAllFormFields, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useState } from 'react'
import type { Row } from '../../writing/values.ts'
import { Conflicts } from './Conflicts.tsx'
import { differing, picked } from './fields.ts'
import { FoundWords } from './FoundWords.tsx'
import { useOpen } from './savers.ts'
import { useRowName, useSaver } from './useSaver.ts'

/** At the head of a form: saves it, and shows what could not be saved until a person has dealt with it. */
export const Writing = () => {
  const row = useRowName()
  const { collectionSlug, docConfig } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const [state] = useAllFormFields()
  const mine = reduceFieldsToValues(state, true) as Row
  const byItself = Boolean(docConfig?.versions)
  const { kept, forget } = useSaver(row, byItself)
  const open = useOpen(row)
  const [isDone, setDone] = useState(false)
  if (!open) return null
  const { saver, state: told } = open
  const fields = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? []
  const lost = kept && !isDone ? differing(kept.words, mine) : []
  const done = () => {
    forget()
    setDone(true)
  }
  const take = () => {
    if (!kept) return
    done()
    void saver.restore(picked(kept.words, lost), picked(kept.madeFrom, lost))
  }
  // Payload asks by itself where it does not think that all is saved by itself.
  const isLeft = byItself && (told.saving.kind === 'failed' || told.conflicts.length > 0)
  return (
    <>
      {isLeft && <LeaveWithoutSaving />}
      {kept && lost.length > 0 && (
        <FoundWords
          kept={{ ...kept, words: picked(kept.words, lost) }}
          fields={fields}
          onTake={take}
          onDrop={done}
        />
      )}
      <Conflicts conflicts={told.conflicts} fields={fields} mine={mine} saver={saver} />
    </>
  )
}
