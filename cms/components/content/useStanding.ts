'use client'

import { useCallback, useEffect, useState } from 'react'
import type { SubmissionState } from '../../../src/model/people.ts'
import type { Preview } from '../../workflow/preview.ts'
import { useRowName } from '../writing/useSaver.ts'

/** Told to the parts of the same page, which then read anew where the content stands. */
export const SUBMITTED_EVENT = 'silver-shield:submitted'

/** The newest submission of a content. */
export type Standing = {
  readonly id: string
  readonly state: SubmissionState
  readonly looks: number
  /** On its own way, which may be another than that of the draft as it stands. */
  readonly steps: Preview['steps']
}

const read = async (content: string): Promise<Standing | undefined> => {
  const query = `where[content.value][equals]=${encodeURIComponent(content)}&depth=0&limit=1&sort=-submittedAt`
  const answer = await fetch(
    `/api/submissions?${query}&select[state]=true&select[looks]=true&select[steps]=true&select[content]=true`,
    {
      credentials: 'same-origin',
    },
  )
  if (!answer.ok) return undefined
  return ((await answer.json()) as { readonly docs: readonly Standing[] }).docs[0]
}

/** Where the content of the form around stands; undefined before it was ever sent in. */
export const useStanding = (): Standing | undefined => {
  const id = useRowName().split('/')[1]
  const [found, setFound] = useState<Standing>()
  const again = useCallback(() => {
    if (id !== undefined) void read(id).then(setFound)
  }, [id])
  useEffect(() => {
    again()
    window.addEventListener(SUBMITTED_EVENT, again)
    return () => window.removeEventListener(SUBMITTED_EVENT, again)
  }, [again])
  return found
}
