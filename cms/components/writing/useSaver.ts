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
import { writtenFields } from './fields.ts'
import { forgetIn, keptIn, placeOf, type Kept } from './kept.ts'
import { makeSaver, type Saver } from './saver.ts'
import { dropSaver, putSaver } from './savers.ts'
import { worldOf, type Page } from './world.ts'

/** `collection/id`, or `globals/slug`, of the form around; empty while it is not stored yet. */
export const useRowName = (): string => {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  if (globalSlug) return `globals/${globalSlug}`
  return id === undefined ? '' : `${collectionSlug}/${id}`
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

/** Opens a saver for the form around, which lives as long as the form does. */
export const useSaver = (row: string, byItself: boolean) => {
  const page = usePage()
  const latest = useRef(page)
  useLayoutEffect(() => {
    latest.current = page
  })
  const { user } = useAuth()
  const place = placeOf(String(user?.id ?? ''), row)
  const [own] = useState(() => `${place}${Math.random().toString(36).slice(2)}`)
  const [kept] = useState<Kept | undefined>(() =>
    row === '' || typeof window === 'undefined' ? undefined : keptIn(window.localStorage, place, Date.now()),
  )
  const saver = useRef<Saver | null>(null)
  const isReady = page.fields.some((field) => field in page.state)
  useEffect(() => {
    if (row === '' || !isReady) return undefined
    const opened = makeSaver(
      worldOf(() => latest.current, row, own, byItself),
      byItself,
    )
    saver.current = opened
    putSaver(row, opened, { saving: { kind: 'saved' }, conflicts: [] })
    const leave = () => {
      if (byItself) void opened.save('last')
    }
    const deaf = listenFor(opened, leave)
    return () => {
      deaf()
      leave()
      opened.close()
      dropSaver(row, opened)
    }
  }, [row, isReady, byItself, own])
  const { state } = page
  useEffect(() => {
    if (Object.keys(state).length > 0) saver.current?.changed()
  }, [state])
  return { kept, forget: () => forgetIn(window.localStorage, place) }
}
