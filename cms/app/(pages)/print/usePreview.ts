'use client'

import { useEffect, useState } from 'react'
import type { DeskLanguage } from '../../../components/language.ts'
import { ask, warningsIn, type Fault } from './answer.ts'
import type { Choice } from './catalogue.ts'

export type Preview = {
  /** Undefined until there is one; the last good one stays while the next is made. */
  readonly picture: Blob | undefined
  readonly warnings: readonly Fault[]
  readonly faults: readonly Fault[]
  readonly busy: boolean
}

type Answered = Omit<Preview, 'busy'> & { readonly to: string | null }

const NOTHING: Answered = { to: null, picture: undefined, warnings: [], faults: [] }

/** The sheet as it will be printed. Answers to what was asked before are dropped (PPG-4). `choice` null asks nothing. */
export const usePreview = (choice: Choice | null, page: number, language: DeskLanguage): Preview => {
  const [answered, setAnswered] = useState(NOTHING)
  const body = choice === null ? null : JSON.stringify(choice)
  const asked = body === null ? null : `${page} ${body}`
  useEffect(() => {
    if (body === null) return undefined
    const stale = new AbortController()
    const to = `${page} ${body}`
    ask(
      `/api/print/preview?page=${page}`,
      { method: 'POST', body: JSON.parse(body) as Choice, signal: stale.signal, language },
      async (answer) => ({ picture: await answer.blob(), warnings: warningsIn(answer.headers, language) }),
    ).then(
      (answer) => {
        if (stale.signal.aborted) return
        if (answer.ok) setAnswered({ ...answer.value, faults: [], to })
        else setAnswered({ ...NOTHING, faults: answer.faults, to })
      },
      () => undefined,
    )
    return () => stale.abort()
  }, [body, page, language])
  return { ...answered, busy: asked !== answered.to }
}
