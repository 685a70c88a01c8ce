'use client'

import { useSyncExternalStore } from 'react'

/** What parts of one page know together, by name; it is gone with the page. A part that uses a name is drawn anew with it. */
export type PageStore<T> = {
  readonly get: (name: string) => T | undefined
  readonly put: (name: string, value: T) => void
  readonly drop: (name: string) => void
  readonly names: () => readonly string[]
  readonly use: (name: string) => T | undefined
}

export const pageStore = <T>(): PageStore<T> => {
  const values = new Map<string, T>()
  const listeners = new Set<() => void>()
  const heard = (): void => {
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get: (name) => values.get(name),
    put: (name, value) => {
      values.set(name, value)
      heard()
    },
    drop: (name) => {
      if (values.delete(name)) heard()
    },
    names: () => [...values.keys()],
    use: (name) =>
      useSyncExternalStore(
        subscribe,
        () => values.get(name),
        () => undefined,
      ),
  }
}
