/** A receiver is what an administrator saved: another address put in behind the product gets nothing (NTC-4). */
import type { Payload } from 'payload'
import type { RecordBodies } from '../../src/signed/records.ts'
import { ports } from '../base/ports.ts'
import { signatureHolds } from '../records/signatures.ts'
import type { WebhookRow } from './rows.ts'

const bodyOf = ({
  name,
  kind,
  address,
  secret,
  events,
  active,
}: Partial<WebhookRow>): RecordBodies['webhook'] => ({
  name: name ?? '',
  kind: kind ?? '',
  address: address ?? '',
  secret: secret ?? '',
  events: [...(events ?? [])].sort().join(' '),
  active: active === false ? 'off' : 'on',
})

export const sealOfWebhook = (row: Partial<WebhookRow>): string => ports().sign('webhook', bodyOf(row))

export const webhookHolds = (row: WebhookRow): boolean =>
  typeof row.seal === 'string' && signatureHolds('webhook', bodyOf(row), row.seal, null)

/** The secret lies encrypted by a key that is in no row; who has the database alone cannot sign with it. */
export const lockSecret = (payload: Payload, secret: string): string => payload.encrypt(secret)

/** Empty where there is none, or where it was locked by another key. */
export const openSecret = (payload: Payload, { secret }: Pick<WebhookRow, 'secret'>): string => {
  try {
    return secret ? payload.decrypt(secret) : ''
  } catch {
    return ''
  }
}
