'use client'

import { useSyncExternalStore } from 'react'
import type { Fault } from '../../web/desk.ts'

/** What stands in the way of 送审, by row; the button, the list and the fields of one form look at the same. */
const faultsByRow = new Map<string, readonly Fault[]>()
/** What will not go on paper, which keeps nothing from 送审. */
const notesByRow = new Map<string, readonly Fault[]>()
const listeners = new Set<() => void>()
const NONE: readonly Fault[] = []

const heard = (): void => {
  for (const listener of listeners) listener()
}

export const putFaults = (row: string, faults: readonly Fault[]): void => {
  if (faults.length > 0) faultsByRow.set(row, faults)
  else faultsByRow.delete(row)
  heard()
}

export const putNotes = (row: string, notes: readonly Fault[]): void => {
  if (notes.length > 0) notesByRow.set(row, notes)
  else notesByRow.delete(row)
  heard()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useFaults = (row: string): readonly Fault[] =>
  useSyncExternalStore(
    subscribe,
    () => faultsByRow.get(row) ?? NONE,
    () => NONE,
  )

export const useNotes = (row: string): readonly Fault[] =>
  useSyncExternalStore(
    subscribe,
    () => notesByRow.get(row) ?? NONE,
    () => NONE,
  )
