/** 试发: one delivery by the same way as all others, tried once. */
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { Notice } from '../../src/notices/index.ts'
import { requireAct } from '../access/roles.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction } from '../records/transaction.ts'
import { addDelivery } from './enqueue.ts'
import type { WebhookRow } from './rows.ts'

const OFTEN = { burst: 5, perSecond: 0.1 }

/** Puts it into the queue and answers its id; the page looks there for what became of it. */
export const tryWebhook = async (req: PayloadRequest, id: string): Promise<string> => {
  const by = requireAct(req, 'webhook.try')
  const [row] = await rowsOf<WebhookRow>(req.payload, 'webhooks', { where: { id: { equals: id } }, limit: 1 })
  if (!row?.kind) return refuse('NOT_FOUND')
  if (await ports().rates.take('webhook-tries', OFTEN)) refuse('WEBHOOK_TRY_TOO_OFTEN')
  const notice: Notice = {
    id: randomUUID().replaceAll('-', ''),
    event: 'test',
    at: ports().now(),
    kind: { zh: '', en: '' },
    title: '',
    by: by.name,
    to: [row.name ?? ''],
    path: '/admin',
  }
  const receiver = { at: `webhooks/${id}`, name: row.name ?? '', channel: row.kind }
  return inTransaction(req, async () => {
    await appendAudit(req, { action: 'webhook.try', subject: `webhooks/${id}` })
    return addDelivery(req, notice, receiver)
  })
}
