/** Receivers, people and deliveries as they are stored. */
import type { Payload } from 'payload'
import type { Role } from '../../src/model/people.ts'
import type { Channel, DeliveryState, Named, NoticeEvent, WebhookKind } from '../../src/notices/index.ts'
import { rowsOf, type Reader } from '../records/rows.ts'

export type WebhookRow = {
  readonly id: string
  readonly name?: string | null
  readonly kind?: WebhookKind | null
  readonly address?: string | null
  /** As the database holds it: encrypted. */
  readonly secret?: string | null
  readonly events?: readonly NoticeEvent[] | null
  readonly active?: boolean | null
  readonly seal?: string | null
}

export type PersonRow = {
  readonly id: string
  readonly name?: string | null
  readonly email?: string | null
  readonly roles?: readonly Role[] | null
  readonly mailMe?: boolean | null
  /** Switched off: nobody asks him anything any more (PPL-5). */
  readonly leftTown?: boolean | null
}

export type DeliveryRow = {
  readonly id: string
  /** Event and receiver: one event is one delivery to one receiver (NTC-6). */
  readonly key: string
  /** `webhooks/<id>` or `users/<id>`. */
  readonly receiver: string
  readonly receiverName: string
  readonly channel: Channel
  readonly event: NoticeEvent | 'test'
  readonly title: string
  /** The notice, as JSON. */
  readonly notice: string
  readonly at: string
  readonly state: DeliveryState
  readonly tries: number
  readonly nextAt?: string | null
  readonly doneAt?: string | null
  readonly code?: string | null
  readonly got?: string | null
}

export const DELIVERIES = 'deliveries'

export const isOpenDelivery = ({ state }: Pick<DeliveryRow, 'state'>): boolean =>
  state === 'queued' || state === 'again'

export const webhookRows = (req: Reader): Promise<readonly WebhookRow[]> =>
  rowsOf<WebhookRow>(req.payload, 'webhooks', { sort: 'createdAt', req })

export const personRows = async (payload: Payload): Promise<readonly PersonRow[]> => {
  const only = ['name', 'email', 'roles', 'mailMe', 'leftTown'] as const
  const rows = await rowsOf<PersonRow>(payload, 'users', { sort: 'name', only })
  return rows.filter(({ leftTown }) => leftTown !== true)
}

export const namedOf = ({ id, name, roles }: PersonRow): Named => ({
  id: String(id),
  name: name ?? '',
  roles: roles ?? [],
})

/** Names that no mail server has (RFC 2606): those of the demo town, and of a first administrator without an address. */
const NOWHERE = /\.(?:example|invalid|test|localhost)$/i

/** Where a person has mail sent to; null where he has no address, or wants none. */
export const mailboxOf = ({ email, mailMe, leftTown }: PersonRow): string | null =>
  email && mailMe !== false && leftTown !== true && !NOWHERE.test(email) ? email : null
