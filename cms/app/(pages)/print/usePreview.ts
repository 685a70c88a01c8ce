'use client'

import { useEffect, useState } from 'react'
import type { Joins } from '../../../../src/poster/tilings.ts'
import type { DeskLanguage } from '../../../web/language.ts'
import { ask, warningsIn, type Fault } from '../../../web/answer.ts'
import type { Choice } from './catalogue.ts'

export type Preview = {
  /** Undefined until there is one; the last good one stays while the next is made. */
  readonly picture: Blob | undefined
  readonly warnings: readonly Fault[]
  readonly faults: readonly Fault[]
  readonly busy: boolean
  /** How A4 sheets make this template's size; undefined until it is known. */
  readonly joins: Joins | undefined
}

type Answered = Omit<Preview, 'busy'> & { readonly to: string | null; readonly size: string | null }

const joinsIn = (headers: Headers): Joins | undefined => {
  const told = headers.get('x-print-joins')
  return told === null ? undefined : (JSON.parse(told) as Joins)
}

const NOTHING: Answered = {
  to: null,
  size: null,
  picture: undefined,
  warnings: [],
  faults: [],
  joins: undefined,
}

/** The sheet as it will be printed. Answers to what was asked before are dropped (PPG-4). `choice` null asks nothing. */
export const usePreview = (choice: Choice | null, page: number, language: DeskLanguage): Preview => {
  const [answered, setAnswered] = useState(NOTHING)
  const body = choice === null ? null : JSON.stringify(choice)
  const asked = body === null ? null : `${page} ${body}`
  useEffect(() => {
    if (body === null) return undefined
    const stale = new AbortController()
    const to = `${page} ${body}`
    const asking = JSON.parse(body) as Choice
    const { size } = asking
    ask(
      `/api/print/preview?page=${page}`,
      { method: 'POST', body: asking, signal: stale.signal, language },
      async (answer) => ({
        picture: await answer.blob(),
        warnings: warningsIn(answer.headers, language),
        joins: joinsIn(answer.headers),
      }),
    ).then(
      (answer) => {
        if (stale.signal.aborted) return
        if (answer.ok) setAnswered({ ...answer.value, faults: [], to, size })
        else setAnswered({ ...NOTHING, faults: answer.faults, to })
      },
      () => undefined,
    )
    return () => stale.abort()
  }, [body, page, language])
  // The count of A4 sheets of the last size says nothing of the new one.
  const joins = choice?.size === answered.size ? answered.joins : undefined
  return { ...answered, joins, busy: asked !== answered.to }
}
