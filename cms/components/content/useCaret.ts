'use client'

import { useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Place } from '../../../src/content/index.ts'
import { placeAt } from './places.ts'

const isWritten = (node: Element | null): node is HTMLInputElement | HTMLTextAreaElement =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement

/** The place of the form the cursor stands in, or stood in last. */
export const useCaret = (): Place | undefined => {
  const { formRef } = useForm()
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    const form = formRef?.current
    if (!form) return undefined
    const look = () => {
      const node = document.activeElement
      if (!isWritten(node) || !form.contains(node) || node.name === '') return
      const found = placeAt(
        node.name,
        node.value,
        node.selectionStart ?? node.value.length,
        node instanceof HTMLTextAreaElement,
      )
      setPlace((before) => (before?.field === found.field && before.hint === found.hint ? before : found))
    }
    document.addEventListener('selectionchange', look)
    form.addEventListener('focusin', look)
    form.addEventListener('input', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      form.removeEventListener('focusin', look)
      form.removeEventListener('input', look)
    }
  }, [formRef])
  return place
}
