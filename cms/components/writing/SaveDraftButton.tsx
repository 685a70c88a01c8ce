'use client'

import { useEditDepth, useHotkey, useTranslation } from '@payloadcms/ui'
import { useOpen } from './savers.ts'
import { useFormName } from './useSaver.ts'

/** Payload's button for a draft, through the one saver of the form. */
export const SaveDraftButton = () => {
  const { t } = useTranslation()
  const open = useOpen(useFormName())
  const save = () => void open?.saver.save()
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    save()
  })
  return (
    <button id="action-save-draft" type="button" className="ss-button" disabled={!open} onClick={save}>
      {t('version:saveDraft')}
    </button>
  )
}
