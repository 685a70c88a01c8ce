'use client'

import { useAllFormFields, useForm, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useRef } from 'react'
import type { Preview } from '../../workflow/preview.ts'
import type { Row } from '../../writing/values.ts'
import { askDesk } from '../../web/desk.ts'
import { deskLanguage } from '../../web/language.ts'
import { writtenFields } from '../writing/fields.ts'
import { useEntity, useFormName } from '../writing/useSaver.ts'
import { valuesIn } from '../writing/world.ts'
import { dropLive, putBehind, putFailed, putPreview } from './live.ts'

/** The page is asked for when no key came for this long: what is typed in one go is one question. */
const QUIET_MS = 80
/** All screens are looked at, and all is said, when the writer rests. */
const REST_MS = 600

type Asking = {
  readonly form: string
  readonly collection: string
  readonly language: 'zh' | 'en'
}

/** Asks in turn, and never for words that are old already. */
const asker = ({ form, collection, language }: Asking) => {
  let newest = 0
  let timers: readonly ReturnType<typeof setTimeout>[] = []
  const ask = async (draft: Row, grid: string, whole: boolean): Promise<void> => {
    const mine = ++newest
    const answer = await askDesk<Preview>(`/${collection}/preview`, { draft, grid, whole }, language)
    if (mine !== newest) return
    if (answer.ok) putPreview(form, answer.value)
    else putFailed(form, answer.faults[0]?.message ?? '')
  }
  const stop = (): void => timers.forEach(clearTimeout)
  return {
    stop: () => {
      newest++
      stop()
    },
    changed: (draft: Row, grid: string) => {
      stop()
      putBehind(form)
      timers = [
        setTimeout(() => void ask(draft, grid, false), QUIET_MS),
        setTimeout(() => void ask(draft, grid, true), REST_MS),
      ]
    },
  }
}

/** Asks for the pages of what stands in the form, each time it changes; not while a character is being composed. */
export const useAskLive = (grid: string): void => {
  const form = useFormName()
  const { formRef } = useForm()
  const entity = useEntity()
  const [state] = useAllFormFields()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const values = JSON.stringify(valuesIn({ state, fields: writtenFields(entity?.fields ?? []) }))
  const composing = useRef(false)
  const latest = useRef({ values, grid })
  const asking = useMemo(
    () => asker({ form, collection: form.split('/')[0] ?? '', language }),
    [form, language],
  )
  const isReady = Object.keys(state).length > 0
  useEffect(
    () => () => {
      asking.stop()
      dropLive(form)
    },
    [asking, form],
  )
  useEffect(() => {
    latest.current = { values, grid }
    if (isReady && !composing.current) asking.changed(JSON.parse(values) as Row, grid)
  }, [asking, values, grid, isReady])
  useEffect(() => {
    const node = formRef?.current
    if (!node) return undefined
    const begin = () => {
      composing.current = true
    }
    const end = () => {
      composing.current = false
      asking.changed(JSON.parse(latest.current.values) as Row, latest.current.grid)
    }
    node.addEventListener('compositionstart', begin)
    node.addEventListener('compositionend', end)
    return () => {
      node.removeEventListener('compositionstart', begin)
      node.removeEventListener('compositionend', end)
    }
  }, [asking, formRef])
}
