/** Bulk jobs of people: few at a time, few kept, each seen by its owner alone (PST-6). */
import type { Payload, PayloadRequest } from 'payload'
import { RefusalError, refuse, type Refusal } from '../../src/errors/refusal.ts'
import type { PrintChoice } from '../../src/poster/sheet.ts'
import { ports, type PrintedFile } from '../base/ports.ts'
import { inTransaction } from '../records/transaction.ts'
import {
  forget,
  isRunning,
  jobRows,
  QUEUE,
  TASK,
  type JobOrder,
  type JobRow,
  type JobState,
} from './job-rows.ts'
import { runJob, trimJobs } from './run-jobs.ts'

/** Of what its sheets are, and how they are made. */
export type JobChoice = Pick<PrintChoice, 'release' | 'template' | 'size' | 'way' | 'tiling'>

export type JobTold = {
  readonly done: number
  readonly total: number
  readonly state: JobState
  readonly error?: Refusal
  /** Of a file that is ready: what is told beside it, with the villages that it holds for. */
  readonly warnings?: readonly Refusal[]
}

export type MyJob = JobTold & { readonly job: string; readonly choice: JobChoice }

const MOST_RUNNING = 3

const choiceOf = ({ release, template, size, way, tiling }: JobOrder['choice']): JobChoice => ({
  release,
  template,
  size,
  way,
  tiling,
})

const told = async ({ id, order, state, failure, file }: JobRow): Promise<JobTold> => {
  const total = order.units.length
  const done = state === 'ready' ? total : (failure?.done ?? (await ports().jobs.done(id)) ?? 0)
  return {
    done,
    total,
    state,
    ...(failure && { error: failure.error }),
    ...(state === 'ready' && file && file.warnings.length > 0 && { warnings: file.warnings }),
  }
}

/** One running job a person, and what he had before is let go. */
const makeRoom = async (req: PayloadRequest, owner: string): Promise<void> => {
  const rows = await jobRows(req.payload, req)
  const running = rows.filter(isRunning)
  if (running.some(({ order }) => order.owner === owner)) refuse('PRINT_JOB_RUNNING')
  if (running.length >= MOST_RUNNING) refuse('PRINT_BUSY')
  for (const row of rows) if (row.order.owner === owner) await forget(req.payload, row, req)
}

/** Begins a job and answers its id at once. One person runs one; refuses PRINT_JOB_RUNNING, PRINT_BUSY (PST-6). */
export const beginJob = async (req: PayloadRequest, order: JobOrder): Promise<string> => {
  const id = await inTransaction(req, async () => {
    await makeRoom(req, order.owner)
    const row = await req.payload.jobs.queue({ task: TASK, queue: QUEUE, input: order, req })
    return String(row.id)
  })
  void runJob(req.payload, id)
  return id
}

/** Nobody is told that another person's job exists. */
const jobOf = async (payload: Payload, owner: string, id: string): Promise<JobRow> => {
  await trimJobs(payload)
  const row = (await jobRows(payload)).find((one) => one.id === id)
  return row?.order.owner === owner ? row : refuse('PRINT_JOB_UNKNOWN')
}

export const lookAtJob = async (payload: Payload, owner: string, id: string): Promise<JobTold> =>
  told(await jobOf(payload, owner, id))

/** What this person has going or not fetched yet: who left the page comes back to it. What he stopped is over. */
export const jobsOf = async (payload: Payload, owner: string): Promise<readonly MyJob[]> => {
  const rows = await jobRows(payload)
  const mine = rows.filter(({ order, state }) => order.owner === owner && state !== 'cancelled')
  return Promise.all(
    mine.map(async (row) => ({ job: row.id, choice: choiceOf(row.order.choice), ...(await told(row)) })),
  )
}

/** Cancels what runs and lets go of what is finished; answers how it stood. */
export const cancelJob = async (payload: Payload, owner: string, id: string): Promise<JobTold> => {
  const row = await jobOf(payload, owner, id)
  if (!isRunning(row)) {
    await forget(payload, row)
    return told(row)
  }
  const stood = await told(row)
  await payload.jobs.cancelByID({ id })
  await ports().jobs.stop(id)
  return { ...stood, state: 'cancelled' }
}

export const fileOfJob = async (
  payload: Payload,
  owner: string,
  id: string,
): Promise<{ readonly file: PrintedFile; readonly release: string }> => {
  const { order, state, failure, file } = await jobOf(payload, owner, id)
  if (state === 'cancelled') refuse('PRINT_CANCELLED')
  if (failure) throw new RefusalError(failure.error)
  const bytes = file && (await ports().files.get(id))
  if (!file || !bytes) return refuse('PRINT_JOB_UNKNOWN')
  const { type, name, warnings } = file
  return { file: { type, name, warnings, bytes }, release: order.choice.release }
}
