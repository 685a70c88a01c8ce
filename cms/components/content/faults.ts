'use client'

import { useSyncExternalStore } from 'react'
import type { Fault } from '../../web/desk.ts'

/** What stands in the way of 送审, by row; the button, the list and the fields of one form look at the same. */
const faultsByRow = new Map<string, readonly Fault[]>()
const listeners = new Set<() => void>()
const NONE: readonly Fault[] = []

export const putFaults = (row: string, faults: readonly Fault[]): void => {
  if (faults.length > 0) faultsByRow.set(row, faults)
  else faultsByRow.delete(row)
  for (const listener of listeners) listener()
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
