'use client'

import { pageStore } from '../../web/page-store.ts'

/** Ids of rows that a form made after it was opened for a new one, by name of the form. */
const idOf = pageStore<string>()

export const noteBirth = (form: string, id: string): void => idOf.put(form, id)

/** The form is closed: the next one for a new row begins anew. */
export const forgetBirth = (form: string): void => idOf.drop(form)

export const bornOf = (form: string): string | undefined => idOf.get(form)

export const useBorn = (form: string): string | undefined => idOf.use(form)
