/** One try of one delivery, as a task of Payload's queue. */
import type { Payload, TaskConfig } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { bodyFor, mailFor, nextTry, type Notice } from '../../src/notices/index.ts'
import { noteTampering } from '../audit/tampering.ts'
import { ports, type Outside } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { lineOf, queueTry, TASK, type SendInput } from './enqueue.ts'
import {
  DELIVERIES,
  isOpenDelivery,
  mailboxOf,
  type DeliveryRow,
  type PersonRow,
  type WebhookRow,
} from './rows.ts'
import { openSecret, webhookHolds } from './seal.ts'

type SendConfig = { readonly publicUrl: string }

/** How a try ended: taken, not taken this time, or never to be tried again. */
type Ended = { readonly fault: Refusal | null; readonly final?: 'failed' | 'dropped' }

const GONE: Ended = { fault: refusal('NOTICE_RECEIVER_GONE'), final: 'dropped' }

const byId = async <T>(payload: Payload, collection: string, id: string): Promise<T | undefined> =>
  (await rowsOf<T>(payload, collection, { where: { id: { equals: id } }, limit: 1 }))[0]

type Sending = { readonly payload: Payload; readonly outside: Outside; readonly origin: string }

/** As the receiver is now: what was switched off, or changed by nobody who may, is sent nothing. */
const toWebhook = async (
  { payload, outside, origin }: Sending,
  id: string,
  notice: Notice,
): Promise<Ended> => {
  const row = await byId<WebhookRow>(payload, 'webhooks', id)
  const { kind, address, active, events } = row ?? {}
  if (!row || !kind || !address) return GONE
  if (!webhookHolds(row)) {
    const fault = refusal('WEBHOOK_TAMPERED', { hint: row.name ?? `webhooks/${id}` })
    await noteTampering(payload, [{ ...fault, hint: `webhooks/${id}` }])
    return { fault, final: 'failed' }
  }
  const wants = notice.event === 'test' || (active !== false && events?.some((one) => one === notice.event))
  if (!wants) return GONE
  const to = { kind, address, secret: openSecret(payload, row) }
  return { fault: await outside.post.send(to, { id: notice.id, body: bodyFor(kind, notice, origin) }) }
}

const toPerson = async (
  { payload, outside, origin }: Sending,
  id: string,
  notice: Notice,
): Promise<Ended> => {
  const person = await byId<PersonRow>(payload, 'users', id)
  const address = person && mailboxOf(person)
  if (!person || !address || !outside.mail) return GONE
  const to = { name: person.name ?? '', address }
  return { fault: await outside.mail(to, { id: notice.id, ...mailFor(notice, origin) }) }
}

const send = async (sending: Sending, { receiver, notice }: DeliveryRow): Promise<Ended> => {
  const [collection = '', id = ''] = receiver.split('/')
  const told = JSON.parse(notice) as Notice
  return collection === 'users' ? toPerson(sending, id, told) : toWebhook(sending, id, told)
}

/** What became of it and, where it is tried again, the next try: both or neither are on record. */
const record = async (payload: Payload, delivery: DeliveryRow, ended: Ended, nth: number): Promise<void> => {
  const now = ports().now()
  const again =
    ended.fault && !ended.final && delivery.event !== 'test'
      ? nextTry(nth, Date.parse(delivery.at), now)
      : null
  const state = !ended.fault ? 'sent' : again !== null ? 'again' : (ended.final ?? 'failed')
  const req = await localRequest(payload)
  await inTransaction(req, async () => {
    await payload.db.updateOne({
      collection: DELIVERIES,
      id: delivery.id,
      data: {
        state,
        tries: nth,
        nextAt: again === null ? null : new Date(again).toISOString(),
        doneAt: again === null ? new Date(now).toISOString() : null,
        code: ended.fault?.code ?? null,
        got: ended.fault ? String(ended.fault.got ?? ended.fault.hint ?? ended.fault.limit ?? '') : null,
      },
      req,
    })
    if (again !== null)
      await queueTry(req, { delivery: delivery.id, nth: nth + 1, line: lineOf(delivery) }, again)
  })
}

/** Does nothing for a try that is on record already: its process died between that and the end of the job. */
const attempt = async (
  payload: Payload,
  config: SendConfig,
  { delivery: id, nth }: SendInput,
): Promise<void> => {
  const { outside } = ports()
  const delivery = await byId<DeliveryRow>(payload, DELIVERIES, id)
  if (!outside || !delivery || !isOpenDelivery(delivery) || delivery.tries >= nth) return
  const ended = await send({ payload, outside, origin: config.publicUrl }, delivery)
  await record(payload, delivery, ended, nth)
}

export const sendTask = (config: SendConfig): TaskConfig<typeof TASK> => ({
  slug: TASK,
  retries: 0,
  handler: async ({ job, req: { payload } }) => {
    await attempt(payload, config, job.input as unknown as SendInput)
    return { output: {} }
  },
})
