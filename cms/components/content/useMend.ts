'use client'

import { useForm } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { Place } from '../../../src/content/index.ts'
import { changedAt } from './places.ts'

/** Puts words into one place of the form, as if they had been typed. */
export const useMend = (): ((place: Place, becomes: string) => void) => {
  const { dispatchFields, getField, setModified } = useForm()
  return useCallback(
    (place, becomes) => {
      const value = changedAt(String(getField(place.field)?.value ?? ''), place, becomes)
      dispatchFields({ type: 'UPDATE', path: place.field, value })
      setModified(true)
    },
    [dispatchFields, getField, setModified],
  )
}
