'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import type { JobChoice } from '../../../print/jobs.ts'
import type { DeskLanguage } from '../../../web/language.ts'
import { ask, faultOf, lasting, nameIn, readJson, warningsIn, type Fault } from '../../../web/answer.ts'
import { isGone, watchJob, type Job } from './watch-job.ts'

export type BulkFormat = 'zip' | 'pdf'

export type BulkState =
  | { readonly at: 'idle'; readonly faults: readonly Fault[]; readonly cancelled: boolean }
  | {
      readonly at: 'running'
      readonly choice: JobChoice
      readonly done: number
      readonly total: number
      /** The server does not answer; the job goes on there all the same. */
      readonly vain: boolean
      readonly faults: readonly Fault[]
    }
  | {
      readonly at: 'ready'
      readonly choice: JobChoice
      readonly total: number
      /** Begun on this page: fetched without being asked. */
      readonly auto: boolean
      readonly busy: boolean
      /** Told beside the file. */
      readonly warnings: readonly Fault[]
      readonly faults: readonly Fault[]
    }

type Running = {
  path: string | null
  stopped: boolean
  readonly choice: JobChoice
  readonly total: number
  readonly begun: boolean
}
type Mine = Job & { readonly job: string; readonly choice: JobChoice }

const IDLE: BulkState = { at: 'idle', faults: [], cancelled: false }

export type BulkFile = {
  readonly blob: Blob
  readonly name: string
  readonly warnings: readonly Fault[]
}

const pathOf = (job: string): string => `/api/print/jobs/${encodeURIComponent(job)}`

/** Ends early when the network is back. */
const pause = (ms: number): Promise<void> =>
  new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      done()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
  })

const findMine = async (
  language: DeskLanguage,
  states: readonly Job['state'][],
): Promise<Mine | undefined> => {
  const answer = await ask('/api/print/jobs', { language }, readJson<{ readonly jobs: readonly Mine[] }>)
  return answer.ok ? answer.value.jobs.findLast(({ state }) => states.includes(state)) : undefined
}

/** A job that is over, or whose file was fetched, need not be kept on the server. */
const letGo = (path: string, language: DeskLanguage) =>
  ask(path, { method: 'DELETE', language }, () => Promise.resolve(null))

const fetchFile = (path: string, language: DeskLanguage) =>
  ask(`${path}/file`, { language }, async (got) => ({
    blob: await got.blob(),
    name: nameIn(got.headers) ?? '海报',
    warnings: warningsIn(got.headers, language),
  }))

type Tell = (state: BulkState) => void

/** Watches until it is over. */
const follow = async (
  mine: Running,
  path: string,
  language: DeskLanguage,
  tell: Tell,
  faults: readonly Fault[],
) => {
  const { choice, begun } = mine
  const ended = await watchJob({
    look: () => ask(path, { language }, readJson<Job>),
    pause,
    tell: (job, vain) =>
      tell({ at: 'running', choice, done: job?.done ?? 0, total: mine.total, vain, faults }),
    stopped: () => mine.stopped,
  })
  if (ended === null) return
  if ('gone' in ended) return tell({ at: 'idle', faults: ended.gone, cancelled: false })
  const { state, error, total, warnings: told = [] } = ended.job
  const warnings = told.map((one) => faultOf(one, language))
  if (state === 'ready')
    return tell({ at: 'ready', choice, total, auto: begun, busy: false, warnings, faults: [] })
  if (state === 'cancelled') return tell({ ...IDLE, cancelled: true })
  tell({ at: 'idle', faults: [faultOf(error ?? {}, language)], cancelled: false })
  await letGo(path, language)
}

/** Whoever left the page meanwhile finds the job when he comes back; a page that was left only stops looking. */
const useReturning = (
  may: boolean,
  language: DeskLanguage,
  running: RefObject<Running | null>,
  found: (mine: Mine) => Promise<void>,
): void => {
  const latest = useRef(found)
  useEffect(() => {
    latest.current = found
  })
  useEffect(() => {
    let left = false
    const look = async () => {
      const job = await findMine(language, ['running', 'ready', 'failed'])
      if (job && !left && running.current === null) await latest.current(job)
    }
    if (may) void look()
    return () => {
      left = true
      if (running.current) running.current.stopped = true
      running.current = null
    }
  }, [may, language, running])
}

/**
 * One poster for all villages: begun, watched, stopped and fetched. The server goes on when the page is left, and who
 * comes back finds it (PPG-9).
 */
export const useBulk = (
  language: DeskLanguage,
  may: boolean,
  fetched: (file: BulkFile, choice: JobChoice) => void,
) => {
  const [state, setState] = useState<BulkState>(IDLE)
  const running = useRef<Running | null>(null)
  const watch = (mine: Running, path: string, faults: readonly Fault[] = []) => {
    mine.path = path
    running.current = mine
    return follow(mine, path, language, setState, faults)
  }
  const found = ({ job, choice, total }: Mine, faults?: readonly Fault[]) =>
    watch({ path: null, stopped: false, choice, total, begun: false }, pathOf(job), faults)

  useReturning(may, language, running, found)

  /** Also before the server has said which job it is: then it is stopped as soon as it has. */
  const cancel = async () => {
    const mine = running.current
    if (!mine) return
    mine.stopped = true
    if (mine.path === null) return
    const answer = await letGo(mine.path, language)
    if (answer.ok || isGone(answer.faults)) setState({ ...IDLE, cancelled: true })
    else await watch({ ...mine, stopped: false }, mine.path, answer.faults)
  }

  const begin = async (choice: JobChoice, total: number, as: BulkFormat) => {
    const mine: Running = { path: null, stopped: false, choice, total, begun: true }
    running.current = mine
    setState({ at: 'running', choice, done: 0, total, vain: false, faults: [] })
    const body = { ...choice, contact: null, units: 'all', as }
    const answer = await ask('/api/print/bulk', { method: 'POST', body, language }, readJson<{ job: string }>)
    if (answer.ok) {
      mine.path = pathOf(answer.value.job)
      return mine.stopped ? cancel() : watch(mine, mine.path)
    }
    // One that runs already, or one whose answer was lost on the way.
    const [code] = answer.faults.map((fault) => fault.code)
    const job =
      code === '' || code === 'PRINT_JOB_RUNNING' ? await findMine(language, ['running']) : undefined
    if (job) return found(job, code === '' ? [] : answer.faults)
    running.current = null
    setState({ at: 'idle', faults: answer.faults, cancelled: false })
  }

  const take = async () => {
    const { path = null, choice } = running.current ?? {}
    if (state.at !== 'ready' || state.busy || path === null || !choice) return
    setState({ ...state, auto: false, busy: true, faults: [] })
    const answer = await fetchFile(path, language)
    if (!answer.ok && !answer.faults.some(lasting))
      return setState({ ...state, auto: false, busy: false, faults: answer.faults })
    running.current = null
    setState(answer.ok ? IDLE : { at: 'idle', faults: answer.faults, cancelled: false })
    if (answer.ok) fetched(answer.value, choice)
    await letGo(path, language)
  }
  return { state, begin, cancel, take }
}

export type BulkWork = ReturnType<typeof useBulk>
