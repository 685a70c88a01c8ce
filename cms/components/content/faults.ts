'use client'

import { useSyncExternalStore } from 'react'
import type { Fault } from '../../web/desk.ts'

/** What stands in the way of 送审, by row; the button, the list and the fields of one form look at the same. */
const faultsByRow = new Map<string, readonly Fault[]>()
/** What will not go on paper, which keeps nothing from 送审. */
const notesByRow = new Map<string, readonly Fault[]>()
/** What the checks find in the words as they stand, whether it is sent in or not. */
const findingsByRow = new Map<string, readonly Fault[]>()
/** Why what a check asks may stand, by its code, as the person wrote it. */
const reasonsByRow = new Map<string, Reasons>()
const listeners = new Set<() => void>()
const NONE: readonly Fault[] = []

export type Reasons = Readonly<Record<string, string>>
const NO_REASONS: Reasons = {}

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

export const putFindings = (row: string, findings: readonly Fault[]): void => {
  if (findings.length > 0) findingsByRow.set(row, findings)
  else findingsByRow.delete(row)
  heard()
}

export const putReason = (row: string, code: string, reason: string): void => {
  reasonsByRow.set(row, { ...reasonsByRow.get(row), [code]: reason })
  heard()
}

/** They end with what was sent in: another edition is asked anew. */
export const forgetReasons = (row: string): void => {
  reasonsByRow.delete(row)
  heard()
}

export const reasonsOf = (row: string): Reasons => reasonsByRow.get(row) ?? NO_REASONS

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

export const useFindings = (row: string): readonly Fault[] =>
  useSyncExternalStore(
    subscribe,
    () => findingsByRow.get(row) ?? NONE,
    () => NONE,
  )

export const useReasons = (row: string): Reasons =>
  useSyncExternalStore(
    subscribe,
    () => reasonsOf(row),
    () => NO_REASONS,
  )
