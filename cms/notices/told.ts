/** Deliveries as a page tells them, and what of them an administrator should look at. */
import type { Payload, Where } from 'payload'
import { TEXTS, type ErrorCode } from '../../src/errors/codes.ts'
import { refusal } from '../../src/errors/refusal.ts'
import type { Words } from '../../src/lexicon/words.ts'
import { DELIVERY_STATES, wordsOf, type DeliveryState, type Notice } from '../../src/notices/index.ts'
import { DAY_MS } from '../../src/time/index.ts'
import { ports } from '../base/ports.ts'
import { groupedBy, rowsOf } from '../records/rows.ts'
import { DELIVERIES, type DeliveryRow } from './rows.ts'

export type ToldDelivery = Pick<
  DeliveryRow,
  'id' | 'at' | 'receiverName' | 'channel' | 'event' | 'state' | 'tries' | 'nextAt'
> & {
  readonly headline: Words
  /** Why it was not taken; null where it was, or was not tried yet. */
  readonly why: Words | null
}

export type DeliveryQuestion = { readonly state: DeliveryState | null; readonly before: string | null }

/** What an address asks for; a member that makes no sense asks for nothing. */
export const deliveryQuestionIn = (params: Readonly<Record<string, unknown>>): DeliveryQuestion => {
  const { state, before } = params
  const at = typeof before === 'string' ? Date.parse(before) : Number.NaN
  return {
    state: DELIVERY_STATES.find((one) => one === state) ?? null,
    before: Number.isNaN(at) ? null : new Date(at).toISOString(),
  }
}

const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(TEXTS, code)

/** The closed list's sentence for what a row holds of a refusal. */
export const whyOf = ({ code, got }: Pick<DeliveryRow, 'code' | 'got'>): Words | null => {
  if (!isErrorCode(code)) return null
  const about = got ?? ''
  const { message_zh, message_en } = refusal(code, { got: about, limit: about, hint: about })
  return { zh: message_zh, en: message_en }
}

const headlineIn = ({ notice, title }: DeliveryRow): Words => {
  try {
    return wordsOf(JSON.parse(notice) as Notice).headline
  } catch {
    return { zh: title, en: title }
  }
}

const whereOf = ({ state, before }: DeliveryQuestion): Where => {
  const parts: Where[] = [
    ...(state ? [{ state: { equals: state } }] : []),
    ...(before ? [{ at: { less_than: before } }] : []),
  ]
  return parts.length > 0 ? { and: parts } : {}
}

/** Newest first. */
export const readDeliveries = async (
  payload: Payload,
  question: DeliveryQuestion,
  limit: number,
): Promise<readonly ToldDelivery[]> => {
  const rows = await rowsOf<DeliveryRow>(payload, DELIVERIES, {
    where: whereOf(question),
    sort: '-at',
    limit,
  })
  return rows.map((row) => ({ ...row, id: String(row.id), headline: headlineIn(row), why: whyOf(row) }))
}

const LOOKED_AT_DAYS = 3

/**
 * Receivers whose last delivery that came to an end was given up, in the last days: what was taken since makes it good
 * (NTC-7).
 */
export const readGivenUp = async (payload: Payload): Promise<readonly ToldDelivery[]> => {
  const since = new Date(ports().now() - LOOKED_AT_DAYS * DAY_MS).toISOString()
  const failed = await rowsOf<DeliveryRow>(payload, DELIVERIES, {
    where: { and: [{ state: { equals: 'failed' } }, { doneAt: { greater_than: since } }] },
    sort: '-doneAt',
    limit: 200,
  })
  const newest = [...groupedBy(failed, ({ receiver }) => receiver).values()].flatMap(([first]) => first ?? [])
  const standing: ToldDelivery[] = []
  for (const row of newest) {
    const where: Where = {
      and: [
        { receiver: { equals: row.receiver } },
        { state: { equals: 'sent' } },
        { doneAt: { greater_than: row.doneAt ?? row.at } },
      ],
    }
    const [since] = await rowsOf<DeliveryRow>(payload, DELIVERIES, { where, limit: 1 })
    if (!since) standing.push({ ...row, id: String(row.id), headline: headlineIn(row), why: whyOf(row) })
  }
  return standing
}
