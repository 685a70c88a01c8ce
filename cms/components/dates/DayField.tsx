'use client'

import { DateTimeField, FieldContext, useField, withCondition } from '@payloadcms/ui'
import type { DateFieldClientProps, DateFieldValidation, Validate } from 'payload'
import { useCallback, useMemo } from 'react'
import { CALENDAR_PATTERN, fromCalendar, inCalendar } from '../../web/town-days.ts'

/** Payload's calendar shows and takes days of the browser's zone; the field holds days of the town (TIM-5). */
const TownDayField = (props: DateFieldClientProps) => {
  const { field, path: potentiallyStalePath, validate } = props
  const { required } = field
  const checked = useCallback<Validate>(
    (value, options) =>
      (validate as DateFieldValidation | undefined)?.(value as Date, { ...options, required } as never) ??
      true,
    [validate, required],
  )
  const held = useField<string | null>({ potentiallyStalePath, validate: checked })
  const { setValue, value } = held
  const shown = useMemo(
    () => ({
      ...held,
      value: inCalendar(value),
      setValue: (picked: unknown, quietly?: boolean) => setValue(fromCalendar(picked), quietly),
    }),
    [held, value, setValue],
  )
  const drawn = useMemo(() => {
    const date = { ...(field.admin?.date as object | undefined), displayFormat: CALENDAR_PATTERN }
    return { ...field, admin: { ...field.admin, date } }
  }, [field])
  return (
    <FieldContext value={shown}>
      <DateTimeField {...props} field={drawn as DateFieldClientProps['field']} />
    </FieldContext>
  )
}

export const DayField = withCondition(TownDayField)
