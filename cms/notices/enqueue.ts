/** Makes deliveries of a notice: one to each receiver that wants it, each with its place in Payload's queue. */
import type { Payload, PayloadRequest } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import { EVENT_WORDS, type Channel, type Notice } from '../../src/notices/index.ts'
import { ports } from '../base/ports.ts'
import { appendRow } from '../records/append.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { DELIVERIES, mailboxOf, personRows, webhookRows, type DeliveryRow } from './rows.ts'

export const TASK = 'sendNotice'
export const QUEUE = 'notices'

/** A notice, and by id the people it asks something of. */
export type Asked = { readonly notice: Notice; readonly people: readonly string[] }

export type Receiver = { readonly at: string; readonly name: string; readonly channel: Channel }

/** What stands in the queue: which delivery, which of its tries, and in whose line it waits. */
export type SendInput = { readonly delivery: string; readonly nth: number; readonly line: string }

/** Mail goes by one server, so all of it waits in one line; each other receiver has a line of its own (NTC-8). */
export const lineOf = ({ receiver, channel }: Pick<DeliveryRow, 'receiver' | 'channel'>): string =>
  channel === 'mail' ? 'mail' : receiver

export const queueTry = async (req: PayloadRequest, input: SendInput, at: Instant): Promise<void> => {
  await req.payload.jobs.queue({ task: TASK, queue: QUEUE, input, waitUntil: new Date(at), req })
}

const receiversOf = async (payload: Payload, { notice, people }: Asked): Promise<readonly Receiver[]> => {
  const hooks = (await webhookRows({ payload }))
    .filter(({ active, events }) => active !== false && events?.some((one) => one === notice.event))
    .map(({ id, name, kind }) => ({ at: `webhooks/${id}`, name: name ?? '', channel: kind ?? 'generic' }))
  if (!ports().outside?.mail || people.length === 0) return hooks
  const mails = (await personRows(payload))
    .filter((person) => people.includes(String(person.id)) && mailboxOf(person) !== null)
    .map(({ id, name }) => ({ at: `users/${id}`, name: name ?? '', channel: 'mail' as const }))
  return [...hooks, ...mails]
}

/** One delivery with its first try, inside the transaction of `req`; answers its id. */
export const addDelivery = async (
  req: PayloadRequest,
  notice: Notice,
  { at: receiver, name, channel }: Receiver,
): Promise<string> => {
  const now = ports().now()
  const at = new Date(now).toISOString()
  const id = await appendRow(req, DELIVERIES, {
    key: `${notice.id} ${receiver}`,
    receiver,
    receiverName: name,
    channel,
    event: notice.event,
    title: notice.title || EVENT_WORDS[notice.event].zh,
    notice: JSON.stringify(notice),
    at,
    state: 'queued',
    tries: 0,
    nextAt: at,
  })
  await queueTry(req, { delivery: id, nth: 1, line: lineOf({ receiver, channel }) }, now)
  return id
}

/** All of a notice's deliveries in one transaction; those that are there already are not made again (NTC-6). */
export const enqueue = async (payload: Payload, asked: Asked): Promise<void> => {
  const receivers = await receiversOf(payload, asked)
  if (receivers.length === 0) return
  const req = await localRequest(payload)
  await inTransaction(req, async () => {
    const keys = receivers.map(({ at }) => `${asked.notice.id} ${at}`)
    const there = await rowsOf<Pick<DeliveryRow, 'key'>>(payload, DELIVERIES, {
      where: { key: { in: keys } },
      req,
    })
    const known = new Set(there.map(({ key }) => key))
    for (const receiver of receivers)
      if (!known.has(`${asked.notice.id} ${receiver.at}`)) await addDelivery(req, asked.notice, receiver)
  })
}
