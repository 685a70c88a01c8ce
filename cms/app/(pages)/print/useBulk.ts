'use client'

import { useEffect, useRef, useState } from 'react'
import type { DeskLanguage } from '../../../components/language.ts'
import { ask, faultOf, nameIn, readJson, type Fault } from './answer.ts'
import type { Choice } from './catalogue.ts'

export type BulkFormat = 'zip' | 'pdf'

type Job = {
  readonly done: number
  readonly total: number
  readonly state: 'running' | 'ready' | 'cancelled' | 'failed'
  readonly error?: Parameters<typeof faultOf>[0]
}

export type BulkState =
  | { readonly at: 'idle'; readonly faults: readonly Fault[]; readonly cancelled: boolean }
  | { readonly at: 'running'; readonly done: number; readonly total: number }

type Running = { path: string | null; stopped: boolean }

const LOOK_EVERY_MS = 400
const IDLE: BulkState = { at: 'idle', faults: [], cancelled: false }

export type BulkFile = { readonly blob: Blob; readonly name: string }

/** One poster for all villages: begun, watched, stopped or fetched. */
export const useBulk = (language: DeskLanguage, ready: (file: BulkFile) => void) => {
  const [state, setState] = useState<BulkState>(IDLE)
  const running = useRef<Running | null>(null)
  const fail = (faults: readonly Fault[]) => setState({ at: 'idle', faults, cancelled: false })

  useEffect(
    () => () => {
      if (running.current) running.current.stopped = true
    },
    [],
  )

  const fetchFile = async (path: string, as: BulkFormat) => {
    const answer = await ask(`${path}/file`, { language }, async (got) => ({
      blob: await got.blob(),
      name: nameIn(got.headers) ?? `海报.${as}`,
    }))
    if (!answer.ok) return fail(answer.faults)
    setState(IDLE)
    ready(answer.value)
  }

  const watch = async (mine: Running, path: string, as: BulkFormat) => {
    for (;;) {
      const answer = await ask(path, { language }, readJson<Job>)
      if (mine.stopped) return
      if (!answer.ok) return fail(answer.faults)
      const { state: at, done, total, error } = answer.value
      if (at === 'ready') return fetchFile(path, as)
      if (at === 'failed') return fail([faultOf(error ?? {}, language)])
      if (at === 'cancelled') return setState({ ...IDLE, cancelled: true })
      setState({ at: 'running', done, total })
      await new Promise((later) => setTimeout(later, LOOK_EVERY_MS))
    }
  }

  const stop = async (path: string) => {
    const answer = await ask(path, { method: 'DELETE', language }, () => Promise.resolve(null))
    setState({ at: 'idle', faults: answer.ok ? [] : answer.faults, cancelled: answer.ok })
  }

  const begin = async (choice: Omit<Choice, 'unit'>, total: number, as: BulkFormat) => {
    const mine: Running = { path: null, stopped: false }
    running.current = mine
    setState({ at: 'running', done: 0, total })
    const body = { ...choice, contact: null, units: 'all', as }
    const answer = await ask('/api/print/bulk', { method: 'POST', body, language }, readJson<{ job: string }>)
    if (!answer.ok) return fail(answer.faults)
    mine.path = `/api/print/jobs/${encodeURIComponent(answer.value.job)}`
    await (mine.stopped ? stop(mine.path) : watch(mine, mine.path, as))
  }

  /** Also before the server has said which job it is: then it is stopped as soon as it has. */
  const cancel = async () => {
    const mine = running.current
    if (!mine) return
    mine.stopped = true
    if (mine.path !== null) await stop(mine.path)
  }
  return { state, begin, cancel }
}
