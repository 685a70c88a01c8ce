'use client'

import { useTranslation } from '@payloadcms/ui'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import type { SaverState } from './saver.ts'
import { useOpen } from './savers.ts'
import { useFormName } from './useSaver.ts'

/** The one line beside the title; nothing while all is saved and Payload says since when. */
export const saveWords = ({ saving, conflicts }: SaverState, language: DeskLanguage): string => {
  if (saving.kind === 'failed')
    return say(
      language,
      `未保存，会自动再试：${saving.faults[0]?.message ?? ''}`,
      `Not saved, will be tried again: ${saving.faults[0]?.message ?? ''}`,
    )
  if (conflicts.length > 0)
    return say(language, '有一栏两个人都改了，请先选一边', 'Two people changed one field: choose one')
  return saving.kind === 'saved' ? '' : say(language, '正在保存…', 'Saving…')
}

export const SaveState = () => {
  const open = useOpen(useFormName())
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  if (!open) return null
  const { saving, conflicts } = open.state
  const isStuck = saving.kind === 'failed' || conflicts.length > 0
  return (
    <span className={isStuck ? 'ss-unsaved' : 'ss-secondary'} role="status">
      {saveWords(open.state, language)}
      {saving.kind === 'failed' && (
        <button type="button" className="ss-link" onClick={() => void open.saver.save()}>
          {say(language, '现在再试', 'Try now')}
        </button>
      )}
    </span>
  )
}
