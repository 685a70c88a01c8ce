'use client'

import { useEffect, useState } from 'react'
import { readDesk } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'

export type Choice = {
  readonly id: string
  readonly title: string
  readonly isOwn: boolean
  readonly stands: boolean
}

type Answered = { readonly contents: readonly Choice[]; readonly more: boolean }

/** So many are named by one answer (cms/endpoints/choices.ts). */
const AT_ONCE = 100
/** Between two keys of somebody who types nobody is asked. */
const PAUSE_MS = 200

/** What is chosen, by id: null of what the person may not be told of, missing while nobody has answered. */
export const useNamed = (
  collection: string,
  ids: readonly string[],
  language: DeskLanguage,
): ReadonlyMap<string, Choice | null> => {
  const [named, setNamed] = useState<ReadonlyMap<string, Choice | null>>(new Map())
  const unknown = ids.filter((id) => !named.has(id)).slice(0, AT_ONCE)
  const asked = unknown.join(',')
  useEffect(() => {
    if (!asked) return undefined
    let isWanted = true
    const query = new URLSearchParams({ ids: asked })
    void readDesk<Answered>(`/${collection}/choices?${query}`, language).then((answer) => {
      if (!isWanted || !answer.ok) return
      const found = new Map(answer.value.contents.map((one) => [one.id, one]))
      setNamed(
        (before) =>
          new Map([...before, ...asked.split(',').map((id) => [id, found.get(id) ?? null] as const)]),
      )
    })
    return () => {
      isWanted = false
    }
  }, [asked, collection, language])
  return named
}

/** What is offered for these words, asked for while the list is open; null until there is an answer to them. */
export const useOffered = (
  collection: string,
  words: string | null,
  language: DeskLanguage,
): Answered | null => {
  const [offered, setOffered] = useState<(Answered & { readonly words: string }) | null>(null)
  useEffect(() => {
    if (words === null) return undefined
    let isWanted = true
    const query = new URLSearchParams({ words })
    const ask = (): void =>
      void readDesk<Answered>(`/${collection}/choices?${query}`, language).then((answer) => {
        if (isWanted) setOffered({ ...(answer.ok ? answer.value : { contents: [], more: false }), words })
      })
    const timer = setTimeout(ask, words === '' ? 0 : PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [collection, language, words])
  return offered?.words === words ? offered : null
}
