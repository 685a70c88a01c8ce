/** What other rooms may use of notices. */
export { bodyFor, mailFor, type Mail } from './bodies.ts'
export {
  DELIVERY_STATES,
  NOTICE_EVENTS,
  WEBHOOK_KINDS,
  type Channel,
  type DeliveryState,
  type Notice,
  type NoticeEvent,
  type WebhookKind,
} from './notice.ts'
export { dingtalkText, standardText } from './signed-texts.ts'
export {
  expiryMark,
  GIVEN_UP_AFTER_MS,
  MOST_TRIES,
  nextTry,
  overdueMark,
  TOLD_FROM,
  TOLD_UNTIL,
} from './times.ts'
export { askedBy, stepWaitedFor, type Named } from './told.ts'
export { CHANNEL_WORDS, DELIVERY_WORDS, EVENT_WORDS, wordsOf } from './words.ts'
