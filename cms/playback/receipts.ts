import { randomUUID } from 'node:crypto'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import type { Instant, ScreenId } from '../../src/model/ids.ts'
import { RECEIPT_STAGES, type ReceiptStage } from '../../src/model/receipt.ts'
import { inBulk, type InBulk } from '../database/in-bulk.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'

/** Publishes remembered for each screen (I10). */
export const RECEIPTS_KEPT = 50

type Stamps = { readonly [Stage in ReceiptStage as `${Stage}At`]?: string | null }
export type ReceiptRow = { readonly id: string; readonly screen: string; readonly sequence: number } & Stamps

/** What a screen said of one publish: the first instant of each stage that was told. */
export type Receipt = {
  readonly screen: ScreenId
  readonly sequence: number
  readonly stages: { readonly [Stage in ReceiptStage]?: Instant }
}

const stamped = ({ stages }: Receipt): Record<string, string> =>
  Object.fromEntries(
    Object.entries(stages).map(([stage, at]) => [`${stage}At`, new Date(at).toISOString()] as const),
  )

/** A screen that is gone meanwhile keeps no receipts; of a stage told twice the first time stands. */
const inFile =
  (receipts: readonly Receipt[], now: string): InBulk['sqlite'] =>
  async (run) => {
    const told = JSON.stringify(
      receipts.map((one) => ({
        id: randomUUID(),
        screen: one.screen,
        sequence: one.sequence,
        ...stamped(one),
      })),
    )
    const first = (column: string) =>
      sql.raw(
        `${column} = coalesce(min(receipts.${column}, excluded.${column}), receipts.${column}, excluded.${column})`,
      )
    await run(sql`
      INSERT INTO receipts
        (id, screen_id, sequence, notified_at, fetched_at, verified_at, ready_at, showing_at, updated_at, created_at)
      SELECT value ->> 'id', screens.id, value ->> 'sequence', value ->> 'notifiedAt', value ->> 'fetchedAt',
        value ->> 'verifiedAt', value ->> 'readyAt', value ->> 'showingAt', ${now}, ${now}
      FROM json_each(${told}) JOIN screens ON screens.id = value ->> 'screen'
      WHERE true
      ON CONFLICT (screen_id, sequence) DO UPDATE SET updated_at = excluded.updated_at,
        ${sql.join(
          RECEIPT_STAGES.map((stage) => first(`${stage}_at`)),
          sql`, `,
        )}`)
    await run(sql`
      WITH beyond AS MATERIALIZED (
        SELECT id AS screen, (
          SELECT sequence FROM receipts WHERE screen_id = screens.id
          ORDER BY sequence DESC LIMIT 1 OFFSET ${RECEIPTS_KEPT}
        ) AS sequence
        FROM screens WHERE id IN (SELECT value ->> 'screen' FROM json_each(${told}))
      )
      DELETE FROM receipts WHERE id IN (
        SELECT receipts.id FROM beyond
        JOIN receipts ON receipts.screen_id = beyond.screen AND receipts.sequence <= beyond.sequence
      )`)
  }

type Rows = MongooseAdapter['collections'][string]
type ScreenDoc = { readonly _id: unknown }
type Kept = { readonly _id: unknown; readonly sequences: readonly number[] }

const forgetOld = async (rows: Rows, screens: readonly unknown[], options: object): Promise<void> => {
  const kept = await rows.aggregate<Kept>(
    [
      { $match: { screen: { $in: screens } } },
      { $sort: { sequence: -1 } },
      { $group: { _id: '$screen', sequences: { $push: '$sequence' } } },
    ],
    options,
  )
  const full = kept.filter(({ sequences }) => sequences.length > RECEIPTS_KEPT)
  if (full.length === 0) return
  const oldest = full.map(({ _id: screen, sequences }) => ({
    deleteMany: { filter: { screen, sequence: { $lt: sequences[RECEIPTS_KEPT - 1] } } },
  }))
  await rows.bulkWrite(oldest as never, options)
}

const inCollections =
  (receipts: readonly Receipt[], now: string): InBulk['mongodb'] =>
  async ({ receipts: rows, screens }, options) => {
    const named = [...new Set(receipts.map(({ screen }) => screen))]
    const found = await screens
      ?.find<ScreenDoc>({ _id: { $in: named } }, { _id: 1 }, options)
      .lean<ScreenDoc[]>()
    const ids = new Map(found?.map(({ _id }) => [String(_id), _id]))
    const known = receipts.filter(({ screen }) => ids.has(screen))
    if (!rows || known.length === 0) return
    const at = new Date(now)
    const upserts = known.map((one) => ({
      updateOne: {
        filter: { screen: ids.get(one.screen), sequence: one.sequence },
        update: {
          $min: Object.fromEntries(
            Object.entries(stamped(one)).map(([name, text]) => [name, new Date(text)]),
          ),
          $set: { updatedAt: at },
          $setOnInsert: { createdAt: at },
        },
        upsert: true,
      },
    }))
    const { upsertedIds } = await rows.bulkWrite(upserts as never, {
      ...options,
      timestamps: false,
      ordered: false,
    })
    const grown = Object.keys(upsertedIds).map((index) => ids.get(known[Number(index)]?.screen ?? ''))
    if (grown.length > 0) await forgetOld(rows, [...new Set(grown)], options)
  }

/**
 * Writes what screens said in one transaction. Stages may come late or twice; the first time of each counts, and only
 * the newest 50 publishes of a screen are kept.
 */
export const putReceipts = async (payload: Payload, receipts: readonly Receipt[]): Promise<void> => {
  if (receipts.length === 0) return
  const req = await localRequest(payload)
  const now = new Date().toISOString()
  await inTransaction(req, () =>
    inBulk(req, { sqlite: inFile(receipts, now), mongodb: inCollections(receipts, now) }),
  )
}

/** Receipts of one publish, one row a screen. */
export const receiptsOf = (payload: Payload, sequence: number): Promise<ReceiptRow[]> =>
  rowsOf<ReceiptRow>(payload, 'receipts', { where: { sequence: { equals: sequence } } })

/** The furthest stage of a receipt, or null. */
export const stageOf = (row: ReceiptRow): ReceiptStage | null =>
  RECEIPT_STAGES.findLast((stage) => row[`${stage}At`]) ?? null
