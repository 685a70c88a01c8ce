import { refusal, RefusalError, type RefusalDetail } from '../../errors/refusal.ts'
import type { ErrorCode } from '../../errors/codes.ts'
import type { EngineName, TypstJob, TypstResult } from './jobs.ts'
import { fairQueue } from './queue.ts'
import { openWorker, type Answer, type Worker, type WorkerOptions } from './worker.ts'

export type PoolOptions = WorkerOptions & {
  readonly workers: number
  readonly maxJobs: number
  readonly maxRss: number
  readonly waiting: { readonly perOwner: number; readonly total: number }
}

/** What tests and the bench read. */
export type PoolState = {
  readonly engine: EngineName | null
  readonly pids: readonly number[]
  readonly waiting: number
  /** Bytes the last worker that answered held. */
  readonly rss: number
  readonly started: number
}

export type Pool = {
  readonly run: (job: TypstJob, owner: string) => Promise<TypstResult>
  readonly state: () => PoolState
  readonly stop: () => Promise<void>
}

type Waiting = {
  readonly job: TypstJob
  readonly resolve: (result: TypstResult) => void
  readonly reject: (error: RefusalError) => void
}

type Slot = { worker: Worker; busy: boolean; up: boolean; jobs: number; waiting: Waiting | null }

const failed = (code: ErrorCode, detail: RefusalDetail = {}): RefusalError =>
  new RefusalError(refusal(code, detail))

/** A child that does not come up twice in a row will not the third time: tell those who wait. */
const MOST_FAILED_STARTS = 2

/**
 * The job that killed its worker is refused and not tried again: what crashed or ran away once would cost everybody the
 * same time twice. Nobody else's job is touched; the worker is replaced at once.
 */
export const openPool = (options: PoolOptions): Pool => {
  const queue = fairQueue<Waiting>(options.waiting)
  const slots = new Set<Slot>()
  let failedStarts = 0
  let stopped = false
  let rss = 0
  let started = 0
  let engine: EngineName | null = null

  const settle = ({ resolve, reject }: Waiting, answer: Answer): void => {
    if (answer.kind === 'done') resolve(answer.result)
    else if (answer.kind === 'fault') reject(failed(answer.fault.code, answer.fault.detail))
    else if (answer.kind === 'timeout')
      reject(failed('PRINT_TIMEOUT', { limit: Math.ceil(options.timeoutMs / 1000) }))
    else reject(failed('PRINT_ENGINE_FAILED', { hint: 'the engine process ended' }))
  }

  const replace = (slot: Slot): void => {
    slots.delete(slot)
    slot.worker.kill()
    if (!stopped) begin()
  }

  const work = async (slot: Slot, waiting: Waiting): Promise<void> => {
    slot.busy = true
    slot.waiting = waiting
    const answer = await slot.worker.ask(waiting.job)
    slot.busy = false
    slot.waiting = null
    slot.jobs += 1
    if ('rss' in answer) rss = answer.rss
    const spent = !('rss' in answer) || answer.rss > options.maxRss || slot.jobs >= options.maxJobs
    if (spent) replace(slot)
    settle(waiting, answer)
    pump()
  }

  const begin = (): void => {
    const slot: Slot = { worker: openWorker(options), busy: true, up: false, jobs: 0, waiting: null }
    slots.add(slot)
    started += 1
    void slot.worker.ready.then((name) => {
      if (stopped) return
      if (name === null) {
        slots.delete(slot)
        failedStarts += 1
        if (failedStarts < MOST_FAILED_STARTS) return begin()
        failedStarts = 0
        for (const { reject } of queue.drain()) reject(failed('PRINT_ENGINE_FAILED', { hint: 'no engine' }))
        return
      }
      failedStarts = 0
      engine = name
      slot.up = true
      slot.busy = false
      // A child that ends while nobody asks it anything is only found missing by the next job otherwise.
      void slot.worker.gone.then(() => {
        if (!slot.busy) slots.delete(slot)
      })
      pump()
    })
  }

  const pump = (): void => {
    if (stopped) return
    for (const slot of slots) {
      if (slot.busy) continue
      const waiting = queue.take()
      if (!waiting) return
      void work(slot, waiting)
    }
    const starting = [...slots].filter(({ up }) => !up).length
    if (queue.size() > starting && slots.size < options.workers) begin()
  }

  begin()
  return {
    run: (job, owner) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(failed('PRINT_ENGINE_FAILED', { hint: 'stopping' }))
        if (!queue.push(owner, { job, resolve, reject })) return reject(failed('PRINT_BUSY'))
        pump()
      }),
    state: () => ({
      engine,
      pids: [...slots].flatMap(({ worker }) => worker.pid ?? []),
      waiting: queue.size(),
      rss,
      started,
    }),
    stop: async () => {
      stopped = true
      for (const { reject } of queue.drain()) reject(failed('PRINT_ENGINE_FAILED', { hint: 'stopping' }))
      for (const { worker } of slots) worker.kill()
      await Promise.all([...slots].map(({ worker }) => worker.gone))
    },
  }
}
