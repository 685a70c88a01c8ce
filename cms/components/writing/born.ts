'use client'

import { useSyncExternalStore } from 'react'

/** Ids of rows that a form made after it was opened for a new one, by name of the form. */
const idOf = new Map<string, string>()
const listeners = new Set<() => void>()

const heard = (): void => {
  for (const listener of listeners) listener()
}

export const noteBirth = (form: string, id: string): void => {
  idOf.set(form, id)
  heard()
}

/** The form is closed: the next one for a new row begins anew. */
export const forgetBirth = (form: string): void => {
  if (idOf.delete(form)) heard()
}

export const bornOf = (form: string): string | undefined => idOf.get(form)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useBorn = (form: string): string | undefined =>
  useSyncExternalStore(
    subscribe,
    () => idOf.get(form),
    () => undefined,
  )
