import { randomUUID } from 'node:crypto'
import { refusal, RefusalError, refuse, type Refusal } from '../../src/errors/refusal.ts'
import type { PrintChoice } from '../../src/poster/sheet.ts'
import type { PrintedFile } from '../base/ports.ts'

export type JobState = 'running' | 'ready' | 'cancelled' | 'failed'

/** Of what its sheets are, and how they are made. */
export type JobChoice = Pick<PrintChoice, 'release' | 'template' | 'size' | 'way' | 'tiling'>

export type JobTold = {
  readonly done: number
  readonly total: number
  readonly state: JobState
  readonly error?: Refusal
}

export type MyJob = JobTold & { readonly job: string; readonly choice: JobChoice }

type Job = {
  readonly id: string
  readonly owner: string
  readonly choice: JobChoice
  readonly total: number
  readonly stop: AbortController
  done: number
  state: JobState
  error?: Refusal
  file?: PrintedFile
}

/** What a job does; `progress` after each sheet. */
export type Work = (progress: (done: number) => void, signal: AbortSignal) => Promise<PrintedFile>

/** A file of all villages may be tens of megabytes: few are kept, and none for long (I10). */
const MOST_RUNNING = 3
const MOST_KEPT = 6
const MOST_BYTES = 200 * 1024 * 1024
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

const finished = (): readonly Job[] => [...registry().values()].filter(({ state }) => state !== 'running')

/** The oldest finished ones go, when they are too many or too heavy; the newest always stays to be fetched. */
const trim = (): void => {
  const newestFirst = finished().toReversed()
  let bytes = 0
  for (const [i, { id, file }] of newestFirst.entries()) {
    bytes += file?.bytes.byteLength ?? 0
    if (i > 0 && (i >= MOST_KEPT || bytes > MOST_BYTES)) forget(id)
  }
}

/** One running job a person, and what he had before is let go. */
const makeRoom = (owner: string): void => {
  const running = [...registry().values()].filter(({ state }) => state === 'running')
  if (running.some((job) => job.owner === owner)) refuse('PRINT_JOB_RUNNING')
  if (running.length >= MOST_RUNNING) refuse('PRINT_BUSY')
  for (const job of finished()) if (job.owner === owner) forget(job.id)
}

/** Behind those that were done before it, unless it was let go meanwhile. */
const finish = (job: Job): void => {
  if (!registry().delete(job.id)) return
  registry().set(job.id, job)
  trim()
  setTimeout(() => forget(job.id), KEPT_MS).unref()
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
  } finally {
    finish(job)
  }
}

/** Begins a job of `owner` and answers its id at once. One person runs one; refuses PRINT_JOB_RUNNING, PRINT_BUSY (PST-6). */
export const beginJob = (
  { owner, choice, total }: Pick<Job, 'owner' | 'choice' | 'total'>,
  work: Work,
): string => {
  makeRoom(owner)
  const job: Job = {
    id: randomUUID(),
    owner,
    choice,
    total,
    stop: new AbortController(),
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

/** What this person has going or not fetched yet: who left the page comes back to it. What he stopped is over. */
export const jobsOf = (owner: string): readonly MyJob[] =>
  [...registry().values()]
    .filter((job) => job.owner === owner && job.state !== 'cancelled')
    .map((job) => ({ job: job.id, choice: job.choice, ...told(job) }))

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

export const fileOfJob = (
  owner: string,
  id: string,
): { readonly file: PrintedFile; readonly release: string } => {
  const job = jobOf(owner, id)
  if (job.state === 'cancelled') refuse('PRINT_CANCELLED')
  if (job.error) throw new RefusalError(job.error)
  const file = job.file ?? refuse('PRINT_JOB_UNKNOWN')
  return { file, release: job.choice.release }
}
