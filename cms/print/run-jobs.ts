/** What makes queued jobs run, in this process and after it. */
import type { Payload } from 'payload'
import { refusal } from '../../src/errors/refusal.ts'
import { ports } from '../base/ports.ts'
import { forget, isRunning, JOBS, jobRows, type Failure, type JobRow } from './job-rows.ts'

/** A file of all villages may be tens of megabytes: few are kept, and none for long (I10). */
const MOST_KEPT = 6
const MOST_BYTES = 200 * 1024 * 1024
const KEPT_MS = 20 * 60_000
/** While the database cannot be written how a job ended is not on record, and it is made again. */
const AGAIN_AFTER_MS = [2_000, 10_000, 60_000]
/** A job that took the process down with it so often is not begun once more. */
const MOST_TRIES = 3

/** Payload dates its rows by the machine's clock, whatever the town is told the time is. */
const isStale = ({ changedAt }: JobRow): boolean => Date.now() - changedAt > KEPT_MS

/** The oldest finished ones go, when they are too many or too heavy or lie too long; the newest stays to be fetched. */
export const trimJobs = async (payload: Payload): Promise<void> => {
  const over = (await jobRows(payload)).filter((row) => !isRunning(row))
  const newestFirst = over.toSorted((a, b) => b.changedAt - a.changedAt)
  let bytes = 0
  for (const [i, row] of newestFirst.entries()) {
    bytes += row.file?.size ?? 0
    if (isStale(row) || (i > 0 && (i >= MOST_KEPT || bytes > MOST_BYTES))) await forget(payload, row)
  }
}

/** Timers here keep no stopping process alive. */
const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms).unref())

const attempt = async (payload: Payload, id: string): Promise<boolean> => {
  try {
    await payload.jobs.runByID({ id, silent: true })
    await trimJobs(payload)
    return true
  } catch (error) {
    payload.logger.error({ err: error }, 'how a print job ended could not be put on record')
    return false
  }
}

/** Runs a queued job to its end; resolves when that is on record. */
export const runJob = async (payload: Payload, id: string): Promise<void> => {
  for (const ms of [0, ...AGAIN_AFTER_MS]) {
    if (ms > 0) await pause(ms)
    if (!(await attempt(payload, id))) continue
    setTimeout(() => void trimJobs(payload).catch(() => undefined), KEPT_MS + 1_000).unref()
    return
  }
}

const note = (payload: Payload, id: string, data: Readonly<Record<string, unknown>>): Promise<unknown> =>
  payload.db.updateOne({ collection: JOBS, id, data, returning: false } as Parameters<
    Payload['db']['updateOne']
  >[0])

const giveUp = (payload: Payload, id: string): Promise<unknown> => {
  const failure: Failure = { error: refusal('PRINT_JOB_GIVEN_UP'), done: 0 }
  const error = { message: JSON.stringify(failure) }
  return note(payload, id, { processing: false, hasError: true, error })
}

/**
 * PST-15: goes on with what a process before this one left undone, from the last sheet that was finished. One that was begun
 * and not put down in order took that process with it, or was in its way; after three of those nobody tries again.
 */
export const resumeJobs = async (payload: Payload): Promise<void> => {
  await trimJobs(payload)
  const rows = await jobRows(payload)
  for (const row of rows.filter(isRunning)) {
    const tried = row.begun ? row.tried + 1 : row.tried
    if (tried >= MOST_TRIES) {
      await giveUp(payload, row.id)
      continue
    }
    await note(payload, row.id, { processing: false, totalTried: tried })
    void runJob(payload, row.id)
  }
  const known = new Set(rows.map(({ id }) => id))
  for (const id of await ports().files.ids()) if (!known.has(id)) await ports().files.drop(id)
}

/** PST-15: puts down in order what runs, so that a stop counts as no failed try. */
export const putDownJobs = async (payload: Payload): Promise<void> => {
  await ports().jobs.close()
  for (const { id, begun } of (await jobRows(payload)).filter(isRunning))
    if (begun) await note(payload, id, { processing: false })
}
