/**
 * What happened, read from the audit: each decision has a row there, written in its own transaction, so that no act can
 * be told that was rolled back, and none is forgotten that was not. How far it was read is kept beside the rows; reading
 * a part twice makes no second delivery (NTC-6).
 */
import type { Payload, Where } from 'payload'
import { isOpen, submissionState } from '../../src/review/submission-state.ts'
import { askedBy, stepWaitedFor, type Notice, type NoticeEvent } from '../../src/notices/index.ts'
import type { AuditRow } from '../audit/append.ts'
import { auditRowHolds } from '../audit/verify.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import { enqueue, type Asked } from './enqueue.ts'
import { namedOf, personRows } from './rows.ts'
import { readStory, type Story } from './story.ts'

const EVENT_OF: Readonly<Record<string, NoticeEvent>> = {
  'submission.submit': 'waiting',
  'submission.approve': 'waiting',
  'submission.hand-over': 'waiting',
  'submission.remind': 'waiting',
  'submission.return': 'returned',
  'submission.issue': 'issued',
  'submission.withdraw': 'withdrawn',
}

const AT_ONCE = 100
/** Payload's own store of small values; nobody reads or writes it by any door (CMS-44). */
const PLACE = 'notices-read-to'

const newestSeq = async (payload: Payload): Promise<number> => {
  const [row] = await rowsOf<Pick<AuditRow, 'seq'>>(payload, 'audit', {
    sort: '-seq',
    limit: 1,
    only: ['seq'],
  })
  return Number(row?.seq ?? 0)
}

/** A town that is told of for the first time is told of nothing that is past. */
export const readTo = async (payload: Payload): Promise<number> => {
  const kept = await payload.kv.get<number>(PLACE)
  if (typeof kept === 'number') return kept
  const now = await newestSeq(payload)
  await payload.kv.set(PLACE, now)
  return now
}

const reasonOf = (action: string): Notice['because'] | undefined =>
  action === 'submission.hand-over' ? 'hand-over' : action === 'submission.remind' ? 'remind' : undefined

const pathOf = (event: NoticeEvent, { submission, collection, content }: Story): string =>
  event === 'returned'
    ? `/admin/collections/${collection}/${content}`
    : `/admin/collections/submissions/${submission}`

/** Id of an event: the same whenever and by whomever it is derived. */
export const idOfEvent = (...parts: readonly (number | string)[]): string =>
  ports().sha256(parts.join(' ')).slice(0, 32)

type People = ReturnType<typeof namedOf>

/** A notice of a story as it stands, with those it asks. */
export const noticeOf = (
  event: NoticeEvent,
  story: Story,
  people: readonly People[],
  told: Pick<Notice, 'id' | 'at' | 'by' | 'because' | 'days'>,
): Asked => {
  const asked = askedBy(event, story.history, people)
  const step = stepWaitedFor(story.history)
  const waits = event === 'waiting' || event === 'overdue'
  return {
    people: asked.map(({ id }) => id),
    notice: {
      ...told,
      event,
      kind: story.kind,
      title: story.title,
      ...(waits && step && { step }),
      to: asked.map(({ name }) => name),
      path: pathOf(event, story),
    },
  }
}

/** Whether the turn has gone on since, so that whoever was asked then is asked no more. */
const isPast = (row: AuditRow, later: readonly AuditRow[], event: NoticeEvent, story: Story): boolean =>
  event === 'waiting' &&
  (!isOpen(submissionState(story.history.rows)) ||
    later.some(({ subject, action }) => subject === row.subject && action !== 'submission.remind'))

const askedIn = async (
  payload: Payload,
  row: AuditRow,
  later: readonly AuditRow[],
  people: readonly People[],
): Promise<readonly Asked[]> => {
  const event = EVENT_OF[row.action]
  const [slug, id] = row.subject.split('/')
  if (!event || slug !== 'submissions' || !id || !auditRowHolds(row)) return []
  const story = await readStory(payload, id)
  if (!story || isPast(row, later, event, story)) return []
  const because = reasonOf(row.action)
  const told = noticeOf(event, story, people, {
    id: idOfEvent(event, row.hash),
    at: Date.parse(row.at),
    by: row.actorName,
    ...(because && { because }),
  })
  // Nobody is sent mail of what he did himself.
  return [{ ...told, people: told.people.filter((person) => person !== String(row.actor)) }]
}

/** Reads on from `from` and puts what it finds into the queue; answers up to where it has read. */
export const learn = async (payload: Payload, from: number): Promise<number> => {
  const which: Where = { and: [{ action: { in: Object.keys(EVENT_OF) } }, { seq: { greater_than: from } }] }
  const rows = await rowsOf<AuditRow>(payload, 'audit', { where: which, sort: 'seq', limit: AT_ONCE })
  const last = rows.at(-1)
  if (!last) return from
  const people = (await personRows(payload)).map(namedOf)
  for (const [i, row] of rows.entries())
    for (const asked of await askedIn(payload, row, rows.slice(i + 1), people)) await enqueue(payload, asked)
  await payload.kv.set(PLACE, Number(last.seq))
  return Number(last.seq)
}
