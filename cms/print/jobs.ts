import { randomUUID } from 'node:crypto'
import { refusal, RefusalError, refuse, type Refusal } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { PrintedFile } from '../ports.ts'

export type JobState = 'running' | 'ready' | 'cancelled' | 'failed'

export type JobTold = {
  readonly done: number
  readonly total: number
  readonly state: JobState
  readonly error?: Refusal
}

type Job = {
  readonly id: string
  readonly owner: string
  readonly total: number
  readonly stop: AbortController
  readonly begunAt: Instant
  done: number
  state: JobState
  error?: Refusal
  file?: PrintedFile
}

/** What a job does; `progress` after each sheet. */
export type Work = (progress: (done: number) => void, signal: AbortSignal) => Promise<PrintedFile>

/** A file of all villages is some 80 MB: few are kept, and none for long (I10). */
const MOST_RUNNING = 4
const MOST_KEPT = 6
const KEPT_MS = 20 * 60_000

const SLOT = Symbol.for('silver-shield.print-jobs')
type Registry = Map<string, Job>
/** On `globalThis`, for Next holds a second copy of this module. */
const registry = (): Registry => ((globalThis as { [SLOT]?: Registry })[SLOT] ??= new Map())

const told = ({ done, total, state, error }: Job): JobTold => ({
  done,
  total,
  state,
  ...(error && { error }),
})

const forget = (id: string): void => {
  registry().get(id)?.stop.abort()
  registry().delete(id)
}

/** Drops what is old, what the owner had before, and the oldest finished ones when there are too many. */
const makeRoom = (owner: string, now: Instant): void => {
  const jobs = [...registry().values()]
  if (jobs.some((job) => job.owner === owner && job.state === 'running')) refuse('PRINT_BUSY')
  for (const job of jobs)
    if (job.state !== 'running' && (job.owner === owner || now - job.begunAt > KEPT_MS)) forget(job.id)
  const finished = [...registry().values()].filter(({ state }) => state !== 'running')
  for (const job of finished.slice(0, Math.max(0, finished.length - MOST_KEPT + 1))) forget(job.id)
  if (registry().size - finished.length >= MOST_RUNNING) refuse('PRINT_BUSY')
}

const faultOf = (error: unknown): Refusal => {
  const refusals = error instanceof RefusalError ? error.refusals : []
  return refusals[0] ?? refusal('INTERNAL', { hint: 'print job' })
}

const run = async (job: Job, work: Work): Promise<void> => {
  try {
    const file = await work((done) => {
      job.done = done
    }, job.stop.signal)
    if (job.stop.signal.aborted) return
    job.file = file
    job.done = job.total
    job.state = 'ready'
  } catch (error) {
    if (job.stop.signal.aborted) return
    job.error = faultOf(error)
    job.state = 'failed'
  }
}

/** Begins a job of `owner` and answers its id at once. One person runs one; refuses PRINT_BUSY (PST-6). */
export const beginJob = (owner: string, total: number, now: Instant, work: Work): string => {
  makeRoom(owner, now)
  const job: Job = {
    id: randomUUID(),
    owner,
    total,
    stop: new AbortController(),
    begunAt: now,
    done: 0,
    state: 'running',
  }
  registry().set(job.id, job)
  void run(job, work)
  return job.id
}

/** Nobody is told that another person's job exists. */
const jobOf = (owner: string, id: string): Job => {
  const job = registry().get(id)
  return job?.owner === owner ? job : refuse('PRINT_JOB_UNKNOWN')
}

export const lookAtJob = (owner: string, id: string): JobTold => told(jobOf(owner, id))

/** Cancels what runs and lets go of what is finished; answers how it stood. */
export const cancelJob = (owner: string, id: string): JobTold => {
  const job = jobOf(owner, id)
  if (job.state === 'running') {
    job.state = 'cancelled'
    job.stop.abort()
    return told(job)
  }
  forget(id)
  return told(job)
}

export const fileOfJob = (owner: string, id: string): PrintedFile => {
  const job = jobOf(owner, id)
  if (job.state === 'cancelled') refuse('PRINT_CANCELLED')
  if (job.error) throw new RefusalError(job.error)
  return job.file ?? refuse('PRINT_JOB_UNKNOWN')
}
