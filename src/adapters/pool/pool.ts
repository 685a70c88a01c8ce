import { refusal, RefusalError } from '../../errors/refusal.ts'
import { fairQueue, type FairQueue } from './queue.ts'
import { openWorker, type Answer, type Worker, type WorkerOptions } from './worker.ts'

/** Why a job has no answer of its child's. `absent`: no child comes up. */
export type Failure = 'died' | 'memory' | 'timeout' | 'busy' | 'absent' | 'stopping' | 'cancelled'

export type PoolOptions<Job> = WorkerOptions & {
  readonly workers: number
  /** How long a job may take, in ms. */
  readonly limitMs: (job: Job) => number
  readonly maxJobs: number
  readonly maxRss: number
  /** A worker that had nothing to do for so long gives its memory back. */
  readonly idleMs: number
  readonly waiting: { readonly perOwner: number; readonly total: number }
  /** In the words of whoever asked. */
  readonly failed: (why: Failure, job: Job) => RefusalError
}

/** What tests and the bench read. */
export type PoolState = {
  /** Which engine came up last. */
  readonly as: string | null
  readonly pids: readonly number[]
  readonly waiting: number
  /** Bytes the last worker that answered held. */
  readonly rss: number
  readonly started: number
}

export type Pool<Job, Result> = {
  /** One of `owner`'s jobs; an abort takes it out of the line, or ends the worker that has it. */
  readonly run: (job: Job, owner: string, signal?: AbortSignal) => Promise<Result>
  readonly state: () => PoolState
  readonly stop: () => Promise<void>
}

type Waiting<Job, Result> = {
  /** How often a worker was gone before it began this job. */
  misses: number
  cancelled: boolean
  readonly job: Job
  readonly resolve: (result: Result) => void
  readonly reject: (error: RefusalError) => void
}

type Slot<Job, Result> = {
  readonly worker: Worker<Job, Result>
  busy: boolean
  up: boolean
  jobs: number
  now: Waiting<Job, Result> | null
  idle?: NodeJS.Timeout
}

type Crew<Job, Result> = {
  readonly options: PoolOptions<Job>
  readonly queue: FairQueue<Waiting<Job, Result>>
  readonly slots: Set<Slot<Job, Result>>
  /** Given to a worker that was gone already: served first. */
  readonly back: Waiting<Job, Result>[]
  failedStarts: number
  stopped: boolean
  rss: number
  started: number
  as: string | null
}

const MOST_MISSES = 3

const settle = <Job, Result>(
  { options, back, stopped }: Crew<Job, Result>,
  waiting: Waiting<Job, Result>,
  answer: Answer<Result>,
): void => {
  const { job, resolve, reject } = waiting
  waiting.misses += answer.kind === 'unsent' ? 1 : 0
  if (answer.kind === 'done') resolve(answer.result)
  else if (answer.kind === 'fault') reject(new RefusalError(refusal(answer.fault.code, answer.fault.detail)))
  else if (waiting.cancelled) reject(options.failed('cancelled', job))
  else if (answer.kind === 'unsent' && waiting.misses < MOST_MISSES && !stopped) back.push(waiting)
  else reject(options.failed(answer.kind === 'unsent' ? 'died' : answer.kind, job))
}

const refuseAll = <Job, Result>({ back, queue, options }: Crew<Job, Result>, why: Failure): void => {
  for (const { job, reject } of [...back.splice(0), ...queue.drain()]) reject(options.failed(why, job))
}

/** A child that does not come up twice in a row will not the third time: tell those who wait. */
const MOST_FAILED_STARTS = 2

const rest = <Job, Result>(crew: Crew<Job, Result>, slot: Slot<Job, Result>): void => {
  if (slot.busy || !crew.slots.has(slot)) return
  slot.idle = setTimeout(() => {
    crew.slots.delete(slot)
    slot.worker.kill()
  }, crew.options.idleMs)
  slot.idle.unref()
}

const cameUp = <Job, Result>(crew: Crew<Job, Result>, slot: Slot<Job, Result>, as: string): void => {
  crew.failedStarts = 0
  crew.as = as
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

const begin = <Job, Result>(crew: Crew<Job, Result>): void => {
  const worker = openWorker<Job, Result>(crew.options)
  const slot: Slot<Job, Result> = { worker, busy: true, up: false, jobs: 0, now: null }
  crew.slots.add(slot)
  crew.started += 1
  void worker.ready.then((as) => {
    if (crew.stopped) return
    if (as !== null) return cameUp(crew, slot, as)
    crew.slots.delete(slot)
    crew.failedStarts += 1
    if (crew.failedStarts < MOST_FAILED_STARTS) return begin(crew)
    crew.failedStarts = 0
    if (crew.slots.size === 0) refuseAll(crew, 'absent')
  })
}

const work = async <Job, Result>(
  crew: Crew<Job, Result>,
  slot: Slot<Job, Result>,
  waiting: Waiting<Job, Result>,
): Promise<void> => {
  const { options } = crew
  slot.busy = true
  slot.now = waiting
  clearTimeout(slot.idle)
  const answer = await slot.worker.ask(waiting.job, options.limitMs(waiting.job))
  slot.now = null
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

const pump = <Job, Result>(crew: Crew<Job, Result>): void => {
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

const cancel = <Job, Result>(
  { options, queue, back, slots }: Crew<Job, Result>,
  owner: string,
  waiting: Waiting<Job, Result>,
): void => {
  waiting.cancelled = true
  const returned = back.indexOf(waiting)
  if (returned >= 0) back.splice(returned, 1)
  if (returned >= 0 || queue.remove(owner, waiting)) waiting.reject(options.failed('cancelled', waiting.job))
  for (const { now, worker } of slots) if (now === waiting) worker.kill()
}

const ask = <Job, Result>(
  crew: Crew<Job, Result>,
  job: Job,
  owner: string,
  signal: AbortSignal | undefined,
): Promise<Result> => {
  let stop = (): void => undefined
  const asked = new Promise<Result>((resolve, reject) => {
    const { failed } = crew.options
    if (signal?.aborted) return reject(failed('cancelled', job))
    if (crew.stopped) return reject(failed('stopping', job))
    const waiting: Waiting<Job, Result> = { job, resolve, reject, misses: 0, cancelled: false }
    if (!crew.queue.push(owner, waiting)) return reject(failed('busy', job))
    stop = () => cancel(crew, owner, waiting)
    signal?.addEventListener('abort', stop)
    pump(crew)
  })
  return asked.finally(() => signal?.removeEventListener('abort', stop))
}

/**
 * Child processes for work that cannot be interrupted, only killed. The job that killed its worker is refused and not
 * tried again: what crashed or ran away once would cost everybody the same time twice. Nobody else's job is touched; the
 * worker is replaced at once. The first worker comes up with the first job: a town that does not print pays nothing.
 */
export const openPool = <Job, Result>(options: PoolOptions<Job>): Pool<Job, Result> => {
  const crew: Crew<Job, Result> = {
    options,
    queue: fairQueue<Waiting<Job, Result>>(options.waiting),
    slots: new Set(),
    back: [],
    failedStarts: 0,
    stopped: false,
    rss: 0,
    started: 0,
    as: null,
  }
  return {
    run: (job, owner, signal) => ask(crew, job, owner, signal),
    state: () => ({
      as: crew.as,
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
