'use client'

import { useState } from 'react'
import { readDesk, sendDesk, type Fault } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'
import { countOf, type Progress, type Told } from './told.ts'

export type Import = {
  readonly busy: boolean
  readonly faults: readonly Fault[]
  /** The file that was looked at, and what it says. */
  readonly looked: { readonly file: File; readonly told: Told } | null
  /** How far it is, once somebody said yes. */
  readonly progress: Progress | null
}
const NOTHING: Import = { busy: false, faults: [], looked: null, progress: null }

/** Between two questions how far it is. */
const ASK_MS = 400

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const formOf = (file: File, more: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  form.set('file', file)
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

/** A file from being chosen until its rows are drafts. */
export const useImport = (collection: string, language: DeskLanguage) => {
  const [now, set] = useState(NOTHING)

  const look = async (file: File): Promise<void> => {
    set({ ...NOTHING, busy: true })
    const answer = await sendDesk<Told>('/imports/look', formOf(file, { collection }), language)
    set(
      answer.ok
        ? { ...NOTHING, looked: { file, told: answer.value } }
        : { ...NOTHING, faults: answer.faults },
    )
  }

  /** Until it is over; an answer that does not come is asked for again. */
  const follow = async (id: string): Promise<void> => {
    for (;;) {
      const answer = await readDesk<Progress>(`/imports/${id}`, language)
      if (answer.ok) set((before) => ({ ...before, faults: [], progress: answer.value }))
      else set((before) => ({ ...before, faults: answer.faults }))
      if (answer.ok && answer.value.state !== 'running') return
      await pause(ASK_MS)
    }
  }

  const take = async (withoutFaulty: boolean): Promise<void> => {
    const { looked } = now
    if (!looked) return
    const { file, told } = looked
    set({ ...now, busy: true, faults: [] })
    const form = formOf(file, {
      collection: told.collection,
      digest: told.digest,
      ready: String(countOf(told, 'ready')),
      withoutFaulty: String(withoutFaulty),
    })
    const answer = await sendDesk<{ readonly id: string; readonly of: number }>('/imports', form, language)
    if (!answer.ok) return set({ ...now, busy: false, faults: answer.faults })
    const { id, of } = answer.value
    set({
      ...now,
      busy: true,
      faults: [],
      progress: { collection: told.collection, of, made: 0, state: 'running' },
    })
    await follow(id)
    set((before) => ({ ...before, busy: false }))
  }

  return { now, look, take, forget: () => set(NOTHING) }
}
