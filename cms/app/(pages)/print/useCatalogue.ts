'use client'

import { useCallback, useEffect, useState } from 'react'
import type { DeskLanguage } from '../../../web/language.ts'
import { ask, readJson, type Answer } from '../../../web/answer.ts'
import type { Catalogue } from './catalogue.ts'

/** Undefined until the server has answered; `again` asks anew. */
export const useCatalogue = (
  language: DeskLanguage,
): { readonly answer: Answer<Catalogue> | undefined; readonly again: () => void } => {
  const [answer, setAnswer] = useState<Answer<Catalogue>>()
  const load = useCallback(
    (signal?: AbortSignal) => {
      const asked = { language, ...(signal && { signal }) }
      ask('/api/print/catalogue', asked, readJson<Catalogue>).then(setAnswer, () => undefined)
    },
    [language],
  )
  useEffect(() => {
    const stopped = new AbortController()
    load(stopped.signal)
    return () => stopped.abort()
  }, [load])
  const again = () => {
    setAnswer(undefined)
    load()
  }
  return { answer, again }
}
