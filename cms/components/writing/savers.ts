'use client'

import { useSyncExternalStore } from 'react'
import type { Saver, SaverState } from './saver.ts'

type Open = { readonly saver: Saver; readonly state: SaverState }

/** The forms that are open on this page, by `collection/id`; the parts of one form stand in different slots. */
const open = new Map<string, Open>()
const listeners = new Set<() => void>()

const heard = (): void => {
  for (const listener of listeners) listener()
}

export const putSaver = (row: string, saver: Saver, state: SaverState): void => {
  open.set(row, { saver, state })
  heard()
}

export const tellState = (row: string, state: SaverState): void => {
  const found = open.get(row)
  if (found) putSaver(row, found.saver, state)
}

export const dropSaver = (row: string, saver: Saver): void => {
  if (open.get(row)?.saver !== saver) return
  open.delete(row)
  heard()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The saver of an open form and how it stands; undefined until the form is there. */
export const useOpen = (row: string): Open | undefined =>
  useSyncExternalStore(
    subscribe,
    () => open.get(row),
    () => undefined,
  )
