'use client'

import { useSyncExternalStore } from 'react'
import type { Returned, ReturnedPin } from '../../workflow/returned.ts'

export type { Returned, ReturnedPin }

/** What was written on each row when it was returned; the list at the head and the marks at the fields look at the same. */
const returnedByRow = new Map<string, Returned>()
const listeners = new Set<() => void>()

export const putReturned = (row: string, returned: Returned | null): void => {
  if (returned) returnedByRow.set(row, returned)
  else returnedByRow.delete(row)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useReturned = (row: string): Returned | undefined =>
  useSyncExternalStore(
    subscribe,
    () => returnedByRow.get(row),
    () => undefined,
  )
