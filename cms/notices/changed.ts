import type { Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { noteTampering } from '../audit/tampering.ts'
import { rowsOf } from '../records/rows.ts'
import type { WebhookRow } from './rows.ts'
import { webhookHolds } from './seal.ts'

/** Receivers that were changed behind the product (NTC-4), before anything is kept from them; written into the audit once. */
export const changedReceivers = async (payload: Payload): Promise<readonly Refusal[]> => {
  const rows = await rowsOf<WebhookRow>(payload, 'webhooks')
  const refusals = rows
    .filter((row) => !webhookHolds(row))
    .map(({ id }) => refusal('WEBHOOK_TAMPERED', { hint: `webhooks/${id}` }))
  await noteTampering(payload, refusals)
  return refusals
}
