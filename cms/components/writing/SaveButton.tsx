'use client'

import {
  FormSubmit,
  SaveButton as PayloadSaveButton,
  useEditDepth,
  useFormModified,
  useHotkey,
  useTranslation,
} from '@payloadcms/ui'
import { goToConflict } from './Conflicts.tsx'
import { useOpen } from './savers.ts'
import { useFormName } from './useSaver.ts'

/** Payload's button for a row that people edit by form, through the one saver of the form; a new row is Payload's. */
export const SaveButton = () => {
  const { t } = useTranslation()
  const row = useFormName()
  const open = useOpen(row)
  const isModified = useFormModified()
  const { saving, conflicts } = open?.state ?? { saving: { kind: 'saved' }, conflicts: [] }
  // Payload counts a form as untouched once it was sent, refused or not, and where words were put back into it.
  const isUnsaved = isModified || saving.kind !== 'saved' || conflicts.length > 0
  const save = () => (conflicts.length > 0 ? goToConflict(row) : void open?.saver.save())
  useHotkey({ cmdCtrlKey: true, editDepth: useEditDepth(), keyCodes: ['s'] }, (event) => {
    if (!open || !isUnsaved) return
    event.preventDefault()
    event.stopPropagation()
    save()
  })
  if (!open) return <PayloadSaveButton />
  return (
    <FormSubmit buttonId="action-save" disabled={!isUnsaved} onClick={save} size="medium" type="button">
      {t('general:save')}
    </FormSubmit>
  )
}
