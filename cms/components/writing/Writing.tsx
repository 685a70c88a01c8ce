'use client'

import {
  LeaveWithoutSaving,
  useAllFormFields,
  useDocumentDrawerContext,
  useDocumentInfo,
  useForm,
  useModal,
} from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { ClientField } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Row } from '../../writing/values.ts'
import { useBorn } from './born.ts'
import { Conflicts } from './Conflicts.tsx'
import { differing, picked } from './fields.ts'
import { FoundWords } from './FoundWords.tsx'
import type { Saver } from './saver.ts'
import { useOpen } from './savers.ts'
import { useMendOnLeave } from './useMendOnLeave.ts'
import { useEntity, useFormName, useSaver } from './useSaver.ts'

/** The Enter key sends a form of one line by a way of Payload's that does not say what it was made from. */
const useEnter = (saver: Saver | undefined): void => {
  const { formRef } = useForm()
  useEffect(() => {
    const form = formRef?.current
    if (!form || !saver) return undefined
    const send = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      void saver.save()
    }
    form.addEventListener('submit', send)
    return () => form.removeEventListener('submit', send)
  }, [formRef, saver])
}

/**
 * The browser's way back may put the page of a new row where the address already is the row's: loaded anew, it is the
 * row's form (DESK-73).
 */
const useAnew = (form: string): void => {
  const { drawerSlug } = useDocumentDrawerContext()
  const isAstray = form.endsWith('/new') && !drawerSlug
  useEffect(() => {
    if (isAstray && !window.location.pathname.endsWith('/create')) window.location.reload()
  }, [isAstray])
}

/**
 * Once the form has made its row, the address of the page is the row's, for whoever loads it anew. Not while something
 * stands open above the form, a picture being chosen or a question: Payload closes all of it with every new address. The
 * page hears of that address a while after it changed; what was opened meanwhile is opened again in the same moment.
 */
const useAddress = (form: string): void => {
  const id = useBorn(form)
  const { modalState, openModal } = useModal()
  const heard = usePathname()
  const isMoving = useRef(false)
  const open = Object.entries(modalState).flatMap(([slug, modal]) => (modal?.isOpen ? [slug] : []))
  const isCovered = open.length > 0
  const openAgain = useEffectEvent(() => {
    for (const slug of open) openModal(slug)
  })
  useEffect(() => {
    if (!isMoving.current || heard.endsWith('/create')) return
    isMoving.current = false
    openAgain()
  }, [heard])
  useEffect(() => {
    const { pathname } = window.location
    if (id === undefined || isCovered || !pathname.endsWith('/create')) return
    isMoving.current = true
    window.history.replaceState(null, '', pathname.replace(/create$/, encodeURIComponent(id)))
  }, [id, isCovered])
}

const NO_FIELDS: readonly ClientField[] = []

/** At the head of a form: saves it, and shows what could not be saved until a person has dealt with it. */
export const Writing = () => {
  const row = useFormName()
  const { docConfig } = useDocumentInfo()
  const entity = useEntity()
  const [state] = useAllFormFields()
  const mine = reduceFieldsToValues(state, true) as Row
  const byItself = Boolean(docConfig?.versions)
  const { kept, forget } = useSaver(row, byItself)
  const open = useOpen(row)
  useEnter(open?.saver)
  useAnew(row)
  useAddress(row)
  useMendOnLeave(row, entity?.fields ?? NO_FIELDS, byItself)
  const [isDone, setDone] = useState(false)
  if (!open) return null
  const { saver, state: told } = open
  const fields = entity?.fields ?? []
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
  // Payload asks before leaving by itself, but only for forms that do not save themselves.
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
      <Conflicts
        row={row}
        conflicts={told.conflicts}
        fields={fields}
        mine={mine}
        saver={saver}
        isAnswer={!byItself}
      />
    </>
  )
}
