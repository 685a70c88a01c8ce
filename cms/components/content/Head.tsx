'use client'

import { getTranslation } from '@payloadcms/translations'
import { useDocumentInfo, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { DRAFT_WORDS } from '../../../src/lexicon/people.ts'
import { dayAndTime, deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { stateTone, stateWords } from '../submission/story.ts'
import { SaveState } from '../writing/SaveState.tsx'
import { useEntity, useRowName } from '../writing/useSaver.ts'
import { useStanding } from './useStanding.ts'

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

/** At the head of the form: what is written here, where it stands, and whether it is stored. */
export const Head = () => {
  const { id, data, savedDocumentData } = useDocumentInfo()
  const row = useRowName()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const entity = useEntity()
  const labels = entity && 'labels' in entity ? entity.labels : undefined
  const kind = labels ? getTranslation(labels.singular, i18n) : ''
  useTitleInWords(String(id), kind, language)
  const standing = useStanding()
  const updatedAt: unknown = (savedDocumentData ?? data)?.['updatedAt']
  const saved = row !== '' && typeof updatedAt === 'string' ? dayAndTime(updatedAt, language) : ''
  return (
    <header className="ss-head">
      <h1>{say(language, `写${kind}`, `Write: ${kind.toLowerCase()}`)}</h1>
      <p className="ss-secondary">
        {standing ? (
          <a
            className={`ss-tag ss-tag--${stateTone(standing.state)}`}
            href={`/admin/collections/submissions/${standing.id}`}
          >
            {stateWords(standing.state, language)}
          </a>
        ) : (
          <span>{DRAFT_WORDS[language]}</span>
        )}
        <span className="ss-head__saved">
          {row === ''
            ? say(language, '写下第一个字就会保存', 'Saved from the first word on')
            : saved !== '' && say(language, `${saved} 已自动保存`, `Saved ${saved}`)}
        </span>
        <SaveState />
      </p>
    </header>
  )
}
