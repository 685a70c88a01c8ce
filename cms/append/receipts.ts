import type { Payload, Where } from 'payload'
import type { Instant, ScreenId } from '../../src/model/ids.ts'
import { RECEIPT_STAGES, type ReceiptStage } from '../../src/model/receipt.ts'
import { rowsOf } from '../workflow/rows.ts'
import { appendRow } from './append.ts'
import { inTransaction, localRequest } from './transaction.ts'

/** Publishes remembered for each screen (I10). */
export const RECEIPTS_KEPT = 50

type Stamps = { readonly [Stage in ReceiptStage as `${Stage}At`]?: string | null }
export type ReceiptRow = { readonly id: string; readonly screen: string; readonly sequence: number } & Stamps

const of = (screen: ScreenId, sequence: number): Where => ({
  and: [{ screen: { equals: screen } }, { sequence: { equals: sequence } }],
})

const forgetOld = async (
  payload: Payload,
  screen: ScreenId,
  req: Awaited<ReturnType<typeof localRequest>>,
) => {
  const rows = await rowsOf<ReceiptRow>(payload, 'receipts', {
    where: { screen: { equals: screen } },
    sort: '-sequence',
    limit: RECEIPTS_KEPT + 1,
    req,
  })
  const oldest = rows[RECEIPTS_KEPT - 1]
  if (rows.length <= RECEIPTS_KEPT || !oldest) return
  const where: Where = { and: [{ screen: { equals: screen } }, { sequence: { less_than: oldest.sequence } }] }
  await payload.db.deleteMany({ collection: 'receipts', where, req })
}

/**
 * Notes that a screen reached a stage of a publish. Stages may come late or twice; the first time of each counts, and
 * only the newest 50 publishes of a screen are kept.
 */
export const putReceipt = async (
  payload: Payload,
  screen: ScreenId,
  sequence: number,
  stage: ReceiptStage,
  at: Instant,
): Promise<void> => {
  const req = await localRequest(payload)
  await inTransaction(req, async () => {
    const field = `${stage}At` as const
    const stamp = { [field]: new Date(at).toISOString() }
    const [row] = await rowsOf<ReceiptRow>(payload, 'receipts', {
      where: of(screen, sequence),
      limit: 1,
      req,
    })
    if (row?.[field]) return
    if (row) {
      await payload.db.updateOne({ collection: 'receipts', id: row.id, data: stamp, req })
      return
    }
    await appendRow(req, 'receipts', { screen, sequence, ...stamp })
    await forgetOld(payload, screen, req)
  })
}

/** Receipts of one publish, one row a screen. */
export const receiptsOf = (payload: Payload, sequence: number): Promise<ReceiptRow[]> =>
  rowsOf<ReceiptRow>(payload, 'receipts', { where: { sequence: { equals: sequence } } })

/** The furthest stage of a receipt, or null. */
export const stageOf = (row: ReceiptRow): ReceiptStage | null =>
  RECEIPT_STAGES.findLast((stage) => row[`${stage}At`]) ?? null
