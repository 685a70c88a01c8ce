'use client'

import type { useForm } from '@payloadcms/ui'

type Form = Pick<ReturnType<typeof useForm>, 'getField' | 'dispatchFields'>

/** Opens the row of a list that `path` lies in: a field inside a closed one cannot be reached. */
const openRow = ({ getField, dispatchFields }: Form, path: string): void => {
  const [list = '', index] = path.split('.')
  const rows = getField(list)?.rows
  if (index === undefined || !rows) return
  const updatedRows = rows.map((row, i) => (String(i) === index ? { ...row, collapsed: false } : row))
  dispatchFields({ type: 'SET_ROW_COLLAPSED', path: list, updatedRows })
}

/** Scrolls to a field of the open form and puts the cursor there. */
export const goToField = (form: Form, path: string): void => {
  openRow(form, path)
  requestAnimationFrame(() => {
    const found = document.getElementById(`field-${path.replaceAll('.', '__')}`)
    found?.scrollIntoView({ block: 'center' })
    const control = found?.matches('input, textarea')
      ? found
      : found?.querySelector<HTMLElement>('input, textarea, button')
    control?.focus({ preventScroll: true })
  })
}
