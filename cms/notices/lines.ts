/** The queue of deliveries as it is worked off: a line for each receiver, one after the other in it, all lines at once. */
import type { Payload } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { lineOf, queueTry, TASK, type SendInput } from './enqueue.ts'
import { DELIVERIES, type DeliveryRow } from './rows.ts'

const JOBS = 'payload-jobs'
/** Looked at in one turn; a longer queue goes on in the next. */
const AT_ONCE = 500

type JobRow = {
  readonly id: string | number
  readonly input?: unknown
  readonly waitUntil?: string | null
  readonly hasError?: boolean | null
}
type Job = {
  readonly id: string
  readonly input: SendInput
  readonly from: Instant
  readonly failed: boolean
}

const jobIn = ({ id, input, waitUntil, hasError }: JobRow): Job => ({
  id: String(id),
  input: input as SendInput,
  from: Date.parse(waitUntil ?? '') || 0,
  failed: hasError === true,
})

const jobs = async (payload: Payload): Promise<readonly Job[]> => {
  const where = { taskSlug: { equals: TASK } }
  const rows = await rowsOf<JobRow>(payload, JOBS, { where, sort: 'createdAt', limit: AT_ONCE })
  return rows.map(jobIn)
}

const forget = (payload: Payload, id: string): Promise<unknown> =>
  payload.db.deleteOne({ collection: JOBS, where: { id: { equals: id } } } as Parameters<
    Payload['db']['deleteOne']
  >[0])

const run = async (payload: Payload, { id }: Job): Promise<boolean> => {
  try {
    await payload.jobs.runByID({ id, silent: true })
    await forget(payload, id)
    return true
  } catch (error) {
    payload.logger.error({ err: error }, 'how a notice ended could not be put on record')
    return false
  }
}

/**
 * At a start and once an hour. A process that died left its jobs marked as running, or a delivery without a job where the
 * database could not be written; each open delivery has one job afterwards (NTC-6).
 */
export const mendQueue = async (payload: Payload): Promise<void> => {
  const all = await jobs(payload)
  for (const { id, failed } of all)
    if (failed) await forget(payload, id)
    else
      await payload.db.updateOne({
        collection: JOBS,
        id,
        data: { processing: false },
        returning: false,
      } as Parameters<Payload['db']['updateOne']>[0])
  if (all.length === AT_ONCE) return
  const queued = new Set(all.filter(({ failed }) => !failed).map(({ input }) => input.delivery))
  const open = await rowsOf<DeliveryRow>(payload, DELIVERIES, {
    where: { state: { in: ['queued', 'again'] } },
    sort: 'at',
  })
  for (const delivery of open) {
    if (queued.has(String(delivery.id))) continue
    const req = await localRequest(payload)
    const input = { delivery: String(delivery.id), nth: delivery.tries + 1, line: lineOf(delivery) }
    await inTransaction(req, () => queueTry(req, input, ports().now()))
  }
}

export type Lines = {
  /** Begins with what is due, in every line that is not busy; does not wait for it. */
  readonly begin: () => Promise<void>
  readonly isIdle: () => boolean
  /** Resolves once all lines have come to the end of what they are at. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

export const openLines = (payload: Payload): Lines => {
  const busy = new Map<string, Promise<void>>()
  let isOver = false
  const workOff = async (due: readonly Job[]): Promise<void> => {
    for (const job of due) if (isOver || !(await run(payload, job))) return
  }
  return {
    begin: async () => {
      const now = ports().now()
      const due = (await jobs(payload)).filter(({ from, failed }) => !failed && from <= now)
      for (const line of new Set(due.map(({ input }) => input.line))) {
        if (isOver || busy.has(line)) continue
        const his = due.filter(({ input }) => input.line === line)
        busy.set(
          line,
          workOff(his).finally(() => busy.delete(line)),
        )
      }
    },
    isIdle: () => busy.size === 0,
    settled: async () => void (await Promise.all(busy.values())),
    stop: () => void (isOver = true),
  }
}
