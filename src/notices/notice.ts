/** What is told outside the desk: one event, the words it is told in come from words.ts. Names and titles, nothing else. */
import type { Words } from '../lexicon/words.ts'
import type { Instant } from '../model/ids.ts'

/** What a town may have itself told of. */
export const NOTICE_EVENTS = ['waiting', 'returned', 'issued', 'withdrawn', 'overdue', 'expiring'] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

export type Notice = {
  /** The same for the same event, however often it is sent: who receives it drops a double by it (NTC-6). */
  readonly id: string
  /** `test` is what 试发 sends. */
  readonly event: NoticeEvent | 'test'
  readonly at: Instant
  /** Why it waits for somebody just now, where that is more than its turn. */
  readonly because?: 'hand-over' | 'remind'
  /** The kind of content by name. */
  readonly kind: Words
  readonly title: string
  /** Who did it; empty where nobody did. */
  readonly by: string
  /** The step it waits for, by the name of the role that takes it. */
  readonly step?: Words
  /** Names of those it asks something of. */
  readonly to: readonly string[]
  /** Waited, or left until it ends. */
  readonly days?: number
  /** Of the page of the desk where it is done, beginning with `/`. */
  readonly path: string
}

/** Who can receive what a town tells. `mail` goes to people, the others are addresses an administrator wrote down. */
export const WEBHOOK_KINDS = ['generic', 'wecom', 'dingtalk'] as const
export type WebhookKind = (typeof WEBHOOK_KINDS)[number]
export type Channel = WebhookKind | 'mail'

/** Where a delivery is: `queued` was not tried yet, `again` failed and is tried once more, `dropped` has no receiver any more. */
export const DELIVERY_STATES = ['queued', 'again', 'sent', 'failed', 'dropped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
