'use client'

import { TextInput, useField, useTranslation, withCondition } from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'
import { dayAndTime, deskLanguage } from '../../web/language.ts'

/**
 * A time the server wrote, to be read (DESK-4). No calendar: a time that is left out in the browser's zone, when clocks
 * are set forward there, could not be shown by it.
 */
const TownTimeField = ({ field, path: potentiallyStalePath }: DateFieldClientProps) => {
  const { i18n } = useTranslation()
  const { customComponents, path, value } = useField<string | null>({ potentiallyStalePath })
  const { AfterInput, BeforeInput, Description, Label } = customComponents ?? {}
  return (
    <TextInput
      AfterInput={AfterInput}
      BeforeInput={BeforeInput}
      Description={Description}
      Label={Label}
      description={field.admin?.description as string}
      label={field.label as string}
      path={path}
      readOnly
      value={value ? dayAndTime(value, deskLanguage(i18n.language)) : ''}
    />
  )
}

export const TimeField = withCondition(TownTimeField)
