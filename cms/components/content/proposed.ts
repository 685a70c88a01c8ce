'use client'

import { pageStore } from '../../web/page-store.ts'

/** What was filled in from a pasted text and nobody has looked at since, by form and field, as long as the page is open. */
const proposedOf = pageStore<unknown>()

const keyOf = (form: string, path: string): string => `${form} ${path}`

export const noteProposed = (form: string, path: string, value: unknown): void =>
  proposedOf.put(keyOf(form, path), value)

export const forgetProposed = (form: string, path: string): void => proposedOf.drop(keyOf(form, path))

export const useProposed = (form: string, path: string): unknown => proposedOf.use(keyOf(form, path))

/** Whether a field holds nothing that somebody could lose. */
export const isEmptied = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

export const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
