'use client'

import { mendNeeded, type Mend, type Shape } from '../../../src/text/mend.ts'
import { pageStore } from '../../web/page-store.ts'

/** What was put right in one field the last time, and whether the person took it back. */
export type Mending = {
  readonly typed: string
  readonly stands: string
  readonly mends: readonly Mend[]
  readonly isPutBack: boolean
}

/** By row of the desk and path of the field, as long as the page is open. */
const mendingOf = pageStore<Mending>()
/** Places a person wants as they were typed: no later mending in this field touches them. */
const leftIn = pageStore<readonly Mend[]>()

const keyOf = (row: string, path: string): string => `${row} ${path}`

export const noteMending = (row: string, path: string, mending: Omit<Mending, 'isPutBack'>): void =>
  mendingOf.put(keyOf(row, path), { ...mending, isPutBack: false })

/** The words to put back into the field: as they were typed, but for what cannot stay. */
export const putBack = (row: string, path: string, shape: Shape): string => {
  const key = keyOf(row, path)
  const mending = mendingOf.get(key)
  if (!mending) return ''
  const stands = mendNeeded(mending.typed, shape).text
  leftIn.put(key, [...(leftIn.get(key) ?? []), ...mending.mends])
  mendingOf.put(key, { ...mending, stands, isPutBack: true })
  return stands
}

/** The form is closed; another that goes by its name, for a new row, is another form. */
export const forgetMendings = (row: string): void => {
  if (!row.endsWith('/new')) return
  for (const places of [mendingOf, leftIn])
    for (const key of places.names()) if (key.startsWith(`${row} `)) places.drop(key)
}

export const placesLeft = (row: string, path: string): readonly Mend[] => leftIn.get(keyOf(row, path)) ?? []

/** Fields of a row, without the place in a list, in which something was left as typed. */
export const fieldsLeft = (row: string): readonly string[] => [
  ...new Set(
    leftIn
      .names()
      .filter((key) => key.startsWith(`${row} `))
      .map((key) => key.slice(row.length + 1).replace(/\..*/, '')),
  ),
]

export const useMending = (row: string, path: string): Mending | undefined => mendingOf.use(keyOf(row, path))
