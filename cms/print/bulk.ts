import { randomUUID } from 'node:crypto'
import { JobCancelledError, type Payload, type PayloadRequest, type TaskConfig } from 'payload'
import { refusal, refuse } from '../../src/errors/refusal.ts'
import { localRequest } from '../records/transaction.ts'
import { translate } from '../errors/translate.ts'
import { ports, type BulkRun, type PrintedFile } from '../base/ports.ts'
import { bulkIn } from './choice.ts'
import { TASK, type Failure, type FileTold, type JobOrder } from './job-rows.ts'
import { beginJob } from './jobs.ts'
import { printEngine, readBulk, type PrintConfig } from './order.ts'
import { registerPrints } from './prints.ts'
import { requirePrinter } from './who.ts'

/** Told to who cannot write to a disk that is full. */
export type FaultConfig = { readonly dataDir: string }

type BulkConfig = PrintConfig & FaultConfig

/**
 * The request was answered long ago, so an unforeseen error is written to the log under a number, and the number is
 * what the page shows.
 */
const failureOf = (payload: Payload, { dataDir }: FaultConfig, error: unknown, done: number): Failure => {
  const number = randomUUID().slice(0, 8)
  const { status, refusals } = translate(error, number, dataDir)
  if (status >= 500) payload.logger.error({ err: error, number }, 'a print job failed')
  return { error: refusals[0] ?? refusal('INTERNAL', { hint: number }), done }
}

/** Who ordered it, as he is now: the request went out long ago, and his role may have gone since. */
const requestOf = async (payload: Payload, owner: string): Promise<PayloadRequest> => {
  const user = await payload.findByID({
    collection: 'users',
    id: owner,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!user || user.leftTown === true) return refuse('NOT_SIGNED_IN')
  return localRequest(payload, { ...user, collection: 'users' })
}

/** The file, with its codes on record before anybody can fetch it (PST-5). */
const make = async (
  payload: Payload,
  config: BulkConfig,
  order: JobOrder,
  running: BulkRun,
): Promise<PrintedFile> => {
  const req = await requestOf(payload, order.owner)
  const orders = await readBulk(req, config, order)
  const file = await printEngine().bulk(orders, order.as, order.owner, running)
  if (running.signal.aborted) refuse('PRINT_CANCELLED')
  await registerPrints(req, orders)
  return file
}

/** One file of a sheet for many units, as a task of Payload's queue. */
export const bulkTask = (config: BulkConfig): TaskConfig<typeof TASK> => ({
  slug: TASK,
  retries: 0,
  handler: async ({ job, req: { payload } }) => {
    const id = String(job.id)
    const order = job.input as unknown as JobOrder
    if ((job.error as { cancelled?: boolean } | null | undefined)?.cancelled) throw new JobCancelledError(id)
    let done = 0
    let signal: AbortSignal | null = null
    try {
      const output = await ports().jobs.run(id, async (running): Promise<FileTold> => {
        signal = running.signal
        const progress = (made: number): void => running.progress((done = made))
        const { bytes, type, name, warnings } = await make(payload, config, order, {
          ...running,
          progress,
          parts: ports().files.parts(id),
        })
        await ports().files.put(id, bytes)
        return { type, name, warnings, size: bytes.byteLength }
      })
      return { output }
    } catch (error) {
      if ((signal as AbortSignal | null)?.aborted) throw new JobCancelledError(id)
      return { state: 'failed', errorMessage: JSON.stringify(failureOf(payload, config, error, done)) }
    }
  },
})

/** Begins one file of a sheet for many units; answers the id of its job. */
export const beginBulk = async (req: PayloadRequest, config: BulkConfig): Promise<string> => {
  const owner = String(requirePrinter(req).id)
  const { choice, units, as } = await bulkIn(req)
  // What cannot be printed now is refused now; when it is made all of it is read again.
  const orders = await readBulk(req, config, { choice, units, as })
  return beginJob(req, { owner, choice, units: orders.map(({ choice: { unit } }) => unit), as })
}
