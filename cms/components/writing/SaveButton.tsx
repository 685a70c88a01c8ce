'use client'

import {
  FormSubmit,
  SaveButton as PayloadSaveButton,
  useEditDepth,
  useFormModified,
  useHotkey,
  useTranslation,
} from '@payloadcms/ui'
import { useOpen } from './savers.ts'
import { useRowName } from './useSaver.ts'

/** Payload's button for a row that people edit by form, through the one saver of the form; a new row is Payload's. */
export const SaveButton = () => {
  const { t } = useTranslation()
  const open = useOpen(useRowName())
  const isModified = useFormModified()
  const save = () => void open?.saver.save()
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    if (!open || !isModified) return
    event.preventDefault()
    event.stopPropagation()
    save()
  })
  if (!open) return <PayloadSaveButton />
  return (
    <FormSubmit buttonId="action-save" disabled={!isModified} onClick={save} size="medium" type="button">
      {t('general:save')}
    </FormSubmit>
  )
}
