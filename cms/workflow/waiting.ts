/** Since when a submission waits for whoever is next, and how long that is. */
import type { Payload } from 'payload'
import { cache } from 'react'
import type { Instant } from '../../src/model/ids.ts'
import type { Decision } from '../../src/model/people.ts'
import { civilOf, DAY_MS, TOWN_ZONE } from '../../src/time/index.ts'
import { DAYS_TO_REVIEW } from '../records/review-days.ts'
import type { ReviewCase } from './read.ts'
import { instantIn } from './states.ts'

type Told = Pick<ReviewCase, 'submission' | 'approvals'>

type Acts = readonly { readonly decision: Decision; readonly at: string }[]

/** The last step that made it a role's turn: it was sent in, or passed on. Handing it over makes no wait shorter. */
export const turnSince = (sentAt: string, acts: Acts): Instant =>
  instantIn(acts.findLast(({ decision }) => decision === 'approve')?.at ?? sentAt)

export const waitingSince = ({ submission, approvals }: Told): Instant =>
  turnSince(submission.submittedAt, approvals)

/** Midnights of the town between two instants: what came in yesterday evening has waited one day. */
export const daysBetween = (from: Instant, to: Instant): number => {
  const dayOf = (at: Instant): number => Date.parse(civilOf(at, TOWN_ZONE).date) / DAY_MS
  return Math.max(0, Math.round(dayOf(to) - dayOf(from)))
}

/** The last 催办 since it became whoever's turn it is now; undefined for none. */
export const remindedAt = (told: Told): Instant | undefined => {
  const last = told.approvals.findLast(({ decision }) => decision === 'remind')
  const at = last && instantIn(last.at)
  return at !== undefined && at >= waitingSince(told) ? at : undefined
}

/** Whether somebody reminded on the day of the town that `now` is in. */
export const isRemindedOn = ({ approvals }: Told, now: Instant): boolean => {
  const last = approvals.findLast(({ decision }) => decision === 'remind')
  return last !== undefined && daysBetween(instantIn(last.at), now) === 0
}

/** After how many days the town calls it overdue; read once a page, whoever of it asks. */
export const readReviewDays = cache(async (payload: Payload): Promise<number> => {
  const town = (await payload.db.findGlobal({ slug: 'town' })) as { readonly reviewDays?: unknown } | null
  const days = Number(town?.reviewDays)
  return Number.isInteger(days) && days > 0 ? days : DAYS_TO_REVIEW
})

/** How long something waits, in days, and whether that is longer than the town allows. */
export const waitFrom = (since: Instant, now: Instant, reviewDays: number) => {
  const days = daysBetween(since, now)
  return { days, isOverdue: days > reviewDays }
}

export const waitOf = (told: Told, now: Instant, reviewDays: number): ReturnType<typeof waitFrom> =>
  waitFrom(waitingSince(told), now, reviewDays)
