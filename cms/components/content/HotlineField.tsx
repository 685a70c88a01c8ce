'use client'

import {
  FieldDescription,
  FieldLabel,
  ReactSelect,
  useField,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'
import { useEffect, useState } from 'react'
import { readDesk } from '../../web/desk.ts'
import { deskLanguage } from '../../web/language.ts'

type Hotline = { readonly id: string; readonly number?: string | null; readonly label?: string | null }
type Option = { readonly value: string; readonly label: string }

/** More numbers than any town keeps. */
const MOST = 200

const optionOf = ({ id, number, label }: Hotline): Option => ({
  value: id,
  label: [number, label].filter(Boolean).join('  '),
})

/** `96110  反诈专线`: the number is what stands on the screens, so it is what is chosen by (DESK-75). */
const NumberedHotline = ({ field, path: given, readOnly }: RelationshipFieldClientProps) => {
  const { customComponents, disabled, path, setValue, showError, value } = useField<unknown>({
    potentiallyStalePath: given,
  })
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const [options, setOptions] = useState<readonly Option[]>([])
  useEffect(() => {
    void readDesk<{ readonly docs: readonly Hotline[] }>(
      `/hotlines?depth=0&limit=${MOST}&sort=number`,
      language,
    ).then((answer) => {
      if (answer.ok) setOptions(answer.value.docs.map(optionOf))
    })
  }, [language])
  const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : (value ?? '')
  const chosen = options.find((option) => option.value === id)
  return (
    <div
      className={['field-type', 'relationship', showError && 'error'].filter(Boolean).join(' ')}
      id={`field-${path.replaceAll('.', '__')}`}
    >
      {customComponents?.Label ?? (
        <FieldLabel label={field.label} path={path} required={field.required ?? false} />
      )}
      <div className="relationship__wrap">
        <ReactSelect
          options={[...options]}
          value={chosen as never}
          disabled={Boolean(readOnly) || disabled}
          isClearable={false}
          onChange={(option) => setValue((option as unknown as Option | null)?.value ?? null)}
        />
      </div>
      {customComponents?.AfterInput}
      {customComponents?.Description ?? (
        <FieldDescription description={field.admin?.description} path={path} />
      )}
    </div>
  )
}

export const HotlineField = withCondition(NumberedHotline)
