/** Bulk jobs as Payload's queue keeps them: what was ordered and by whom, and how it ended. */
import type { Payload, PayloadRequest } from 'payload'
import { TEXTS } from '../../src/errors/codes.ts'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { ports, type PrintedFile } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import type { BulkChoice } from './choice.ts'

export const JOBS = 'payload-jobs'
export const QUEUE = 'print'
export const TASK = 'printBulk'

export type JobState = 'running' | 'ready' | 'cancelled' | 'failed'

/** The row holds no words of any sheet: they are read and verified anew when it is made (I8). */
export type JobOrder = Pick<BulkChoice, 'choice' | 'as'> & {
  readonly owner: string
  readonly units: readonly string[]
}

/** What is told of a file beside its bytes, which lie among the kept files under the id of the job. */
export type FileTold = Omit<PrintedFile, 'bytes'> & { readonly size: number }

/** Why a job failed, and after how many sheets; travels as the message of the error. */
export type Failure = { readonly error: Refusal; readonly done: number }

export type JobRow = {
  readonly id: string
  readonly order: JobOrder
  readonly state: JobState
  readonly failure: Failure | null
  readonly file: FileTold | null
  /** How often it was begun by a process that did not live to end it. */
  readonly tried: number
  /** A process has begun it and has not said how it ended. */
  readonly begun: boolean
  /** Milliseconds, as the database dated its last change. */
  readonly changedAt: number
}

type Stored = {
  readonly id: string | number
  readonly input?: unknown
  readonly error?: { readonly cancelled?: boolean; readonly message?: string } | null
  readonly hasError?: boolean | null
  readonly completedAt?: string | null
  readonly processing?: boolean | null
  readonly totalTried?: number | null
  readonly log?: readonly { readonly state: string; readonly output?: unknown }[] | null
  readonly updatedAt: string
}

const stateOf = ({ error, hasError, completedAt }: Stored): JobState => {
  if (error?.cancelled) return 'cancelled'
  if (hasError) return 'failed'
  return completedAt ? 'ready' : 'running'
}

const failureIn = (message: string | undefined): Failure => {
  try {
    const told = JSON.parse(message ?? '') as Partial<Failure>
    if (told.error && Object.hasOwn(TEXTS, told.error.code))
      return { error: told.error, done: told.done ?? 0 }
  } catch {
    // Said by Payload itself, and for no person's eyes.
  }
  return { error: refusal('INTERNAL', { hint: 'print job' }), done: 0 }
}

const jobIn = (row: Stored): JobRow => {
  const state = stateOf(row)
  const made = row.log?.find((entry) => entry.state === 'succeeded')?.output as FileTold | undefined
  return {
    id: String(row.id),
    order: row.input as JobOrder,
    state,
    failure: state === 'failed' ? failureIn(row.error?.message) : null,
    file: state === 'ready' && made ? made : null,
    tried: row.totalTried ?? 0,
    begun: row.processing === true,
    changedAt: Date.parse(row.updatedAt),
  }
}

/** All of them, a handful, oldest first. */
export const jobRows = async (payload: Payload, req?: PayloadRequest): Promise<readonly JobRow[]> => {
  const where = { taskSlug: { equals: TASK } }
  const rows = await rowsOf<Stored>(payload, JOBS, { where, sort: 'createdAt', ...(req && { req }) })
  return rows.map(jobIn)
}

export const isRunning = ({ state }: JobRow): boolean => state === 'running'

/** Row and file. */
export const forget = async (payload: Payload, { id }: Pick<JobRow, 'id'>, req?: PayloadRequest) => {
  await payload.db.deleteOne({
    collection: JOBS,
    where: { id: { equals: id } },
    ...(req && { req }),
  } as Parameters<Payload['db']['deleteOne']>[0])
  await ports().files.drop(id)
}
