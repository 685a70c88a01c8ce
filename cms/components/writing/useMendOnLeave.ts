'use client'

import { useForm } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { mend } from '../../../src/text/mend.ts'
import { shapeOf } from '../../writing/shape.ts'
import { fieldAt } from './labels.ts'
import { noteMending, placesLeft } from './mendings.ts'

const isWritten = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/**
 * Puts right what was typed in a field as the person leaves it, never under the caret (MEND-6). What stood there when he
 * came is left alone, however it was typed.
 */
export const useMendOnLeave = (row: string, fields: readonly ClientField[], isOn: boolean): void => {
  const { formRef, dispatchFields } = useForm()
  const latest = useRef(fields)
  useLayoutEffect(() => {
    latest.current = fields
  })
  useEffect(() => {
    const form = formRef?.current
    if (!form || !isOn || row === '') return undefined
    let begun: { readonly path: string; readonly words: string } | undefined
    const come = ({ target }: FocusEvent) => {
      if (isWritten(target)) begun = { path: target.name, words: target.value }
    }
    const leave = ({ target }: FocusEvent) => {
      if (!isWritten(target) || begun?.path !== target.name || begun.words === target.value) return
      const { name: path, value: typed } = target
      const field = fieldAt(latest.current, path)
      const shape = field && shapeOf(field)
      if (!shape) return
      const { text, mends } = mend(typed, shape, placesLeft(row, path))
      if (mends.length === 0) return
      dispatchFields({ type: 'UPDATE', path, value: text })
      noteMending(row, path, { typed, stands: text, mends })
    }
    form.addEventListener('focusin', come)
    form.addEventListener('focusout', leave)
    return () => {
      form.removeEventListener('focusin', come)
      form.removeEventListener('focusout', leave)
    }
  }, [formRef, dispatchFields, row, isOn])
}
