'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useDocumentInfo, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { stateTone, stateWords } from '../submission/story.ts'
import type { SubmissionState } from '../../../src/model/people.ts'
import { SaveState } from '../writing/SaveState.tsx'
import { SUBMITTED_EVENT } from './SubmitButton.tsx'

type Found = { readonly id: string; readonly state: SubmissionState }

const read = async (content: string): Promise<Found | undefined> => {
  const query = `where[content.value][equals]=${encodeURIComponent(content)}&depth=0&limit=1&sort=-submittedAt`
  const answer = await fetch(`/api/submissions?${query}&select[state]=true&select[content]=true`, {
    credentials: 'same-origin',
  })
  if (!answer.ok) return undefined
  return ((await answer.json()) as { readonly docs: readonly Found[] }).docs[0]
}

const draftWords = (language: DeskLanguage): string => say(language, '草稿', 'Draft')

/** A draft without a title is called 新案例 and the like; Payload would show its id. */
const useTitleInWords = (id: string, kind: string, language: DeskLanguage): void => {
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    if (title !== '' && title !== id) return undefined
    // After the provider's own effect of the same commit, which would put the id back.
    const timer = setTimeout(() => setDocumentTitle(say(language, `新${kind}`, `New ${kind.toLowerCase()}`)))
    return () => clearTimeout(timer)
  }, [title, id, kind, language, setDocumentTitle])
}

/** Where the newest submission of this content stands; 草稿 before the first. Takes the place of Payload's Status. */
export const ContentState = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const labels = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.labels
  useTitleInWords(String(id), labels ? getTranslation(labels.singular, i18n) : '', language)
  const [found, setFound] = useState<Found>()
  const again = useCallback(() => {
    if (id !== undefined) void read(String(id)).then(setFound)
  }, [id])
  useEffect(() => {
    again()
    window.addEventListener(SUBMITTED_EVENT, again)
    return () => window.removeEventListener(SUBMITTED_EVENT, again)
  }, [again])
  return (
    <>
      {found ? (
        <a
          className={`ss-tag ss-tag--${stateTone(found.state)}`}
          href={`/admin/collections/submissions/${found.id}`}
        >
          {stateWords(found.state, language)}
        </a>
      ) : (
        <span className="ss-tag ss-tag--wait">{draftWords(language)}</span>
      )}
      <SaveState />
    </>
  )
}
