'use client'

import { useSyncExternalStore } from 'react'
import { mendNeeded, type Mend, type Shape } from '../../../src/text/mend.ts'

/** What was put right in one field the last time, and whether the person took it back. */
export type Mending = {
  readonly typed: string
  readonly stands: string
  readonly mends: readonly Mend[]
  readonly isPutBack: boolean
}

/** By row of the desk and path of the field, as long as the page is open. */
const mendingOf = new Map<string, Mending>()
/** Places a person wants as they were typed: no later mending in this field touches them. */
const leftIn = new Map<string, readonly Mend[]>()
const listeners = new Set<() => void>()

const keyOf = (row: string, path: string): string => `${row} ${path}`
const heard = (): void => {
  for (const listener of listeners) listener()
}

export const noteMending = (row: string, path: string, mending: Omit<Mending, 'isPutBack'>): void => {
  mendingOf.set(keyOf(row, path), { ...mending, isPutBack: false })
  heard()
}

/** The words to put back into the field: as they were typed, but for what cannot stay. */
export const putBack = (row: string, path: string, shape: Shape): string => {
  const key = keyOf(row, path)
  const mending = mendingOf.get(key)
  if (!mending) return ''
  const stands = mendNeeded(mending.typed, shape).text
  leftIn.set(key, [...(leftIn.get(key) ?? []), ...mending.mends])
  mendingOf.set(key, { ...mending, stands, isPutBack: true })
  heard()
  return stands
}

/** The form is closed; another that goes by its name, for a new row, is another form. */
export const forgetMendings = (row: string): void => {
  if (!row.endsWith('/new')) return
  for (const places of [mendingOf, leftIn])
    for (const key of places.keys()) if (key.startsWith(`${row} `)) places.delete(key)
  heard()
}

export const placesLeft = (row: string, path: string): readonly Mend[] => leftIn.get(keyOf(row, path)) ?? []

/** Fields of a row, without the place in a list, in which something was left as typed. */
export const fieldsLeft = (row: string): readonly string[] => [
  ...new Set(
    [...leftIn.keys()]
      .filter((key) => key.startsWith(`${row} `))
      .map((key) => key.slice(row.length + 1).replace(/\..*/, '')),
  ),
]

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useMending = (row: string, path: string): Mending | undefined =>
  useSyncExternalStore(
    subscribe,
    () => mendingOf.get(keyOf(row, path)),
    () => undefined,
  )
