'use client'

import {
  useAllFormFields,
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useServerFunctions,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { deskLanguage } from '../../web/language.ts'
import { bornOf, forgetBirth, noteBirth, useBorn } from './born.ts'
import { writtenFields } from './fields.ts'
import { forgetIn, keptIn, placeOf, type Kept } from './kept.ts'
import { forgetMendings } from './mendings.ts'
import { makeSaver, type Saver } from './saver.ts'
import { dropSaver, putSaver } from './savers.ts'
import { worldOf, type Page } from './world.ts'

/** What a form for a row that is not there yet has in the place of an id. */
const NEW = 'new'

/**
 * What the form around is known by as long as it is open: `collection/id`, `globals/slug`, or `collection/new`, also after
 * its row was made (DESK-73).
 */
export const useFormName = (): string => {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  return globalSlug ? `globals/${globalSlug}` : `${collectionSlug}/${id ?? NEW}`
}

const rowOf = (form: string, born: string | undefined): string => {
  const [collection = ''] = form.split('/')
  if (!form.endsWith(`/${NEW}`)) return form
  return born === undefined ? '' : `${collection}/${born}`
}

/** `collection/id`, or `globals/slug`, that the form stores; empty while there is no row yet. */
export const storedRow = (form: string): string => rowOf(form, bornOf(form))

/** The same, as it changes. */
export const useRowName = (): string => {
  const form = useFormName()
  return rowOf(form, useBorn(form))
}

/** What the desk knows of the collection or global of the form around. */
export const useEntity = () => {
  const { collectionSlug, globalSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  return globalSlug
    ? getEntityConfig({ globalSlug })
    : getEntityConfig({ collectionSlug: collectionSlug ?? '' })
}

const usePage = (): Page => {
  const form = useForm()
  const info = useDocumentInfo()
  const [state] = useAllFormFields()
  const { getFormState } = useServerFunctions()
  const { i18n } = useTranslation()
  const fields = writtenFields(useEntity()?.fields ?? [])
  return { form, info, state, getFormState, fields, language: deskLanguage(i18n.language) }
}

/** Asks to save what is unsaved as the page is hidden or left, and anew when the network is back. */
const listenFor = (saver: Saver, leave: () => void): (() => void) => {
  const hide = () => {
    if (document.visibilityState === 'hidden') leave()
  }
  window.addEventListener('online', saver.online)
  document.addEventListener('visibilitychange', hide)
  window.addEventListener('pagehide', leave)
  return () => {
    window.removeEventListener('online', saver.online)
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('pagehide', leave)
  }
}

/**
 * Opens a saver for the form around, which lives as long as the form does. A form for a new row that is saved by hand is
 * left to Payload.
 */
export const useSaver = (form: string, byItself: boolean) => {
  const page = usePage()
  const latest = useRef(page)
  useLayoutEffect(() => {
    latest.current = page
  })
  const isLeft = !byItself && form.endsWith(`/${NEW}`)
  const { user } = useAuth()
  const place = placeOf(String(user?.id ?? ''), form)
  const [own] = useState(() => `${place}${Math.random().toString(36).slice(2)}`)
  const [kept] = useState<Kept | undefined>(() =>
    isLeft || typeof window === 'undefined' ? undefined : keptIn(window.localStorage, place, Date.now()),
  )
  const saver = useRef<Saver | null>(null)
  const isReady = page.fields.some((field) => field in page.state)
  useEffect(() => {
    if (isLeft || !isReady) return undefined
    const names = { form, row: () => storedRow(form), born: (id: string) => noteBirth(form, id) }
    const opened = makeSaver(
      worldOf(() => latest.current, names, own, byItself),
      byItself,
    )
    saver.current = opened
    putSaver(form, opened, { saving: { kind: 'saved' }, conflicts: [] })
    const leave = () => {
      if (byItself) void opened.save('last')
    }
    const deaf = listenFor(opened, leave)
    return () => {
      deaf()
      leave()
      opened.close()
      dropSaver(form, opened)
      forgetBirth(form)
      forgetMendings(form)
    }
  }, [form, isLeft, isReady, byItself, own])
  const { state } = page
  useEffect(() => {
    if (Object.keys(state).length > 0) saver.current?.changed()
  }, [state])
  return { kept, forget: () => forgetIn(window.localStorage, place) }
}
