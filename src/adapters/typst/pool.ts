import { refusal, RefusalError, type RefusalDetail } from '../../errors/refusal.ts'
import type { ErrorCode } from '../../errors/codes.ts'
import type { EngineName, TypstJob, TypstResult } from './jobs.ts'
import { fairQueue, type FairQueue } from './queue.ts'
import { openWorker, type Answer, type Worker, type WorkerOptions } from './worker.ts'

export type PoolOptions = WorkerOptions & {
  readonly workers: number
  readonly maxJobs: number
  readonly maxRss: number
  /** A worker that had nothing to do for so long gives its memory back. */
  readonly idleMs: number
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
  /** How often a worker was gone before it began this job. */
  misses: number
  readonly job: TypstJob
  readonly resolve: (result: TypstResult) => void
  readonly reject: (error: RefusalError) => void
}

type Slot = {
  readonly worker: Worker
  busy: boolean
  up: boolean
  jobs: number
  idle?: NodeJS.Timeout
}

type Crew = {
  readonly options: PoolOptions
  readonly queue: FairQueue<Waiting>
  readonly slots: Set<Slot>
  /** Given to a worker that was gone already: served first. */
  readonly back: Waiting[]
  failedStarts: number
  stopped: boolean
  rss: number
  started: number
  engine: EngineName | null
}

const failed = (code: ErrorCode, detail: RefusalDetail = {}): RefusalError =>
  new RefusalError(refusal(code, detail))

const FAILED_HINTS = {
  died: 'the engine process ended',
  memory: 'too much memory',
  unsent: 'the engine process ended',
} as const

const MOST_MISSES = 3

const settle = ({ options, back, stopped }: Crew, waiting: Waiting, answer: Answer): void => {
  const { resolve, reject } = waiting
  waiting.misses += answer.kind === 'unsent' ? 1 : 0
  if (answer.kind === 'done') resolve(answer.result)
  else if (answer.kind === 'fault') reject(failed(answer.fault.code, answer.fault.detail))
  else if (answer.kind === 'timeout')
    reject(failed('PRINT_TIMEOUT', { limit: Math.ceil(options.timeoutMs / 1000) }))
  else if (answer.kind === 'unsent' && waiting.misses < MOST_MISSES && !stopped) back.push(waiting)
  else reject(failed('PRINT_ENGINE_FAILED', { hint: FAILED_HINTS[answer.kind] }))
}

const refuseAll = (crew: Crew, hint: string): void => {
  const all = [...crew.back.splice(0), ...crew.queue.drain()]
  for (const { reject } of all) reject(failed('PRINT_ENGINE_FAILED', { hint }))
}

/** A child that does not come up twice in a row will not the third time: tell those who wait. */
const MOST_FAILED_STARTS = 2

const rest = (crew: Crew, slot: Slot): void => {
  if (slot.busy || !crew.slots.has(slot)) return
  slot.idle = setTimeout(() => {
    crew.slots.delete(slot)
    slot.worker.kill()
  }, crew.options.idleMs)
  slot.idle.unref()
}

const cameUp = (crew: Crew, slot: Slot, engine: EngineName): void => {
  crew.failedStarts = 0
  crew.engine = engine
  slot.up = true
  slot.busy = false
  void slot.worker.gone.then(() => {
    if (slot.busy) return
    crew.slots.delete(slot)
    pump(crew)
  })
  pump(crew)
  rest(crew, slot)
}

const begin = (crew: Crew): void => {
  const slot: Slot = { worker: openWorker(crew.options), busy: true, up: false, jobs: 0 }
  crew.slots.add(slot)
  crew.started += 1
  void slot.worker.ready.then((engine) => {
    if (crew.stopped) return
    if (engine !== null) return cameUp(crew, slot, engine)
    crew.slots.delete(slot)
    crew.failedStarts += 1
    if (crew.failedStarts < MOST_FAILED_STARTS) return begin(crew)
    crew.failedStarts = 0
    if (crew.slots.size === 0) refuseAll(crew, 'no engine')
  })
}

const work = async (crew: Crew, slot: Slot, waiting: Waiting): Promise<void> => {
  const { options } = crew
  slot.busy = true
  clearTimeout(slot.idle)
  const answer = await slot.worker.ask(waiting.job)
  slot.busy = false
  slot.jobs += 1
  if ('rss' in answer) crew.rss = answer.rss
  const spent = !('rss' in answer) || answer.rss > options.maxRss || slot.jobs >= options.maxJobs
  if (spent) {
    crew.slots.delete(slot)
    slot.worker.kill()
    if (!crew.stopped) begin(crew)
  }
  settle(crew, waiting, answer)
  pump(crew)
  rest(crew, slot)
}

const pump = (crew: Crew): void => {
  if (crew.stopped) return
  for (const slot of crew.slots) {
    if (slot.busy) continue
    const waiting = crew.back.shift() ?? crew.queue.take()
    if (!waiting) return
    void work(crew, slot, waiting)
  }
  const starting = [...crew.slots].filter(({ up }) => !up).length
  if (crew.queue.size() + crew.back.length > starting && crew.slots.size < crew.options.workers) begin(crew)
}

/**
 * The job that killed its worker is refused and not tried again: what crashed or ran away once would cost everybody the
 * same time twice. Nobody else's job is touched; the worker is replaced at once. The first worker comes up with the first
 * job: a town that does not print pays nothing.
 */
export const openPool = (options: PoolOptions): Pool => {
  const crew: Crew = {
    options,
    queue: fairQueue<Waiting>(options.waiting),
    slots: new Set(),
    back: [],
    failedStarts: 0,
    stopped: false,
    rss: 0,
    started: 0,
    engine: null,
  }
  return {
    run: (job, owner) =>
      new Promise((resolve, reject) => {
        if (crew.stopped) return reject(failed('PRINT_ENGINE_FAILED', { hint: 'stopping' }))
        if (!crew.queue.push(owner, { job, resolve, reject, misses: 0 })) return reject(failed('PRINT_BUSY'))
        pump(crew)
      }),
    state: () => ({
      engine: crew.engine,
      pids: [...crew.slots].flatMap(({ worker }) => worker.pid ?? []),
      waiting: crew.queue.size(),
      rss: crew.rss,
      started: crew.started,
    }),
    stop: async () => {
      crew.stopped = true
      refuseAll(crew, 'stopping')
      for (const { worker } of crew.slots) worker.kill()
      await Promise.all([...crew.slots].map(({ worker }) => worker.gone))
    },
  }
}
