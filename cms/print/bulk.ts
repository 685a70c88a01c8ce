import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { refusal, RefusalError } from '../../src/errors/refusal.ts'
import { localRequest } from '../records/transaction.ts'
import { translate } from '../errors/translate.ts'
import type { PrintOrder } from '../base/ports.ts'
import { bulkIn } from './choice.ts'
import { beginJob, type Work } from './jobs.ts'
import { printDesk, readBulk, type PrintPlace } from './order.ts'
import { registerPrints } from './prints.ts'
import { requirePrinter } from './who.ts'

/** Told to who cannot write to a disk that is full. */
export type FaultPlace = { readonly dataDir: string }

/**
 * The request was answered long ago, so an unforeseen error is written to the log under a number, and the number is
 * what the page shows.
 */
const toldBy = async <T>(req: PayloadRequest, { dataDir }: FaultPlace, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    const number = randomUUID().slice(0, 8)
    const { status, refusals } = translate(error, number, dataDir)
    if (status >= 500) req.payload.logger.error({ err: error, number }, 'a print job failed')
    const [first = refusal('INTERNAL', { hint: number }), ...more] = refusals
    throw new RefusalError(first, ...more)
  }
}

const workOf =
  (req: PayloadRequest, place: FaultPlace, orders: readonly PrintOrder[], as: 'zip' | 'pdf'): Work =>
  (progress, signal) => {
    const make = async () => {
      const file = await printDesk().bulk(orders, as, String(req.user?.id), progress, signal)
      // The answer to the person went out long ago, and its request with it.
      await registerPrints(await localRequest(req.payload, req.user), orders)
      return file
    }
    return toldBy(req, place, make())
  }

/** Begins one file of a sheet for many units; answers the id of its job. */
export const beginBulk = async (req: PayloadRequest, place: PrintPlace & FaultPlace): Promise<string> => {
  const owner = requirePrinter(req).id
  const { choice, units, as } = await bulkIn(req)
  const orders = await readBulk(req, place, { choice, units, as })
  const { release, template, size, way, tiling } = choice
  const job = { owner, choice: { release, template, size, way, tiling }, total: orders.length }
  return beginJob(job, workOf(req, place, orders, as))
}
