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

const elementOf = (path: string): HTMLElement | null =>
  document.getElementById(`field-${path.replaceAll('.', '__')}`)

/** Opens the part that is folded away, where the field is in it: closed, it may not even be drawn. */
const openFold = (path: string): void => {
  const fold = document.querySelector('.ss-more .collapsible--collapsed')
  const field = elementOf(path)
  if (fold && (!field || fold.contains(field)))
    fold.querySelector<HTMLElement>('.collapsible__toggle')?.click()
}

const controlOf = (path: string): HTMLElement | null => {
  const found = elementOf(path)
  return found?.matches('input, textarea')
    ? found
    : (found?.querySelector<HTMLElement>('input, textarea, button') ?? null)
}

/** A row that opens takes no cursor before its first frames are drawn. */
const FRAMES = 120

const enter = (path: string, frames: number): void => {
  requestAnimationFrame(() => {
    const control = controlOf(path)
    control?.scrollIntoView({ block: 'center' })
    control?.focus({ preventScroll: true })
    const isIn = control !== null && document.activeElement === control
    if (!isIn && frames > 0) enter(path, frames - 1)
  })
}

/** Scrolls to a field of the open form and puts the cursor there. */
export const goToField = (form: Form, path: string): void => {
  openRow(form, path)
  openFold(path)
  enter(path, FRAMES)
}
