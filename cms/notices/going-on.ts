/** What nobody did and is told all the same: reviews that are overdue, contents that end soon (NTC-9). */
import type { Payload } from 'payload'
import { expiryMark, overdueMark, TOLD_FROM, TOLD_UNTIL } from '../../src/notices/index.ts'
import { SOON_DAYS } from '../../src/review/task.ts'
import { looksIn } from '../../src/review/policy.ts'
import { isOpen, submissionState } from '../../src/review/submission-state.ts'
import { civilOf, DAY_MS, TOWN_ZONE } from '../../src/time/index.ts'
import { ports } from '../base/ports.ts'
import { decisionsOnAll, draftsOf, rowsOf } from '../records/rows.ts'
import { readHistory } from '../workflow/states.ts'
import { daysBetween, readReviewDays, turnSince } from '../workflow/waiting.ts'
import { enqueue } from './enqueue.ts'
import { idOfEvent, noticeOf } from './happened.ts'
import { namedOf, personRows } from './rows.ts'
import { readStory, type Story } from './story.ts'

/** More than are open in any town. */
const RECENT = 500

type People = readonly ReturnType<typeof namedOf>[]

/** Open and sent in long enough ago that they may be overdue. */
const longOpen = async (payload: Payload, sentBefore: number): Promise<readonly string[]> => {
  const rows = await rowsOf<{ readonly id: string }>(payload, 'submissions', {
    where: { submittedAt: { less_than: new Date(sentBefore).toISOString() } },
    sort: '-submittedAt',
    limit: RECENT,
    only: ['submittedAt'],
  })
  const ids = rows.map(({ id }) => String(id))
  const decided = await decisionsOnAll({ payload }, ids)
  return ids.filter((id) => isOpen(submissionState(decided.get(id) ?? [])))
}

const stepsTaken = ({ history }: Story): number => looksIn(history.rows)

const tellOverdue = async (payload: Payload, people: People): Promise<void> => {
  const now = ports().now()
  const most = await readReviewDays(payload)
  for (const id of await longOpen(payload, now - most * DAY_MS)) {
    const story = await readStory(payload, id)
    const days = story ? daysBetween(turnSince(story.sentAt, story.decisions), now) : 0
    const mark = overdueMark(days - most)
    if (!story || mark === null) continue
    const told = {
      id: idOfEvent('overdue', id, String(stepsTaken(story)), String(mark)),
      at: now,
      by: '',
      days,
    }
    await enqueue(payload, noticeOf('overdue', story, people, told))
  }
}

type Ending = { readonly id: string; readonly validUntil?: string | null }

const tellExpiring = async (payload: Payload, people: People): Promise<void> => {
  const now = ports().now()
  const within = (days: number): string => new Date(now + days * DAY_MS).toISOString()
  for (const { collection } of ports().kinds.all) {
    const ending = await draftsOf<Ending>(payload, collection, {
      only: ['validUntil'],
      where: {
        and: [
          { validUntil: { greater_than: within(-1) } },
          { validUntil: { less_than: within(SOON_DAYS + 1) } },
        ],
      },
    })
    const { status } = await readHistory(
      { payload },
      ending.map(({ id }) => String(id)),
    )
    for (const { id, validUntil } of ending) {
      const release = status.standing.get(String(id))
      const today = civilOf(now, TOWN_ZONE).date
      const last = civilOf(Date.parse(validUntil ?? ''), TOWN_ZONE).date
      const days = Math.round((Date.parse(last) - Date.parse(today)) / DAY_MS)
      const mark = expiryMark(days)
      const story = release && mark !== null ? await readStory(payload, release.submission) : null
      if (!story) continue
      const told = { id: idOfEvent('expiring', String(id), last, String(mark)), at: now, by: '', days }
      await enqueue(payload, noticeOf('expiring', story, people, told))
    }
  }
}

/** Between the hours of the town in which it is told; a place where nobody listens costs a few reads. */
export const isTimeToTell = (now: number): boolean => {
  const { time } = civilOf(now, TOWN_ZONE)
  return time >= TOLD_FROM && time < TOLD_UNTIL
}

/** Each content at most once a day, however often this is asked. */
export const tellWhatGoesOn = async (payload: Payload): Promise<void> => {
  const people = (await personRows(payload)).map(namedOf)
  await tellOverdue(payload, people)
  await tellExpiring(payload, people)
}
