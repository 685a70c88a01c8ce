/** Whose turn a content is: what this person can do with it now, or nothing (DESK-40). */
import type { SubmissionState } from '../model/people.ts'
import { approvalBy, handedTo, type Person, type ReviewHistory } from './policy.ts'

/** Where a content is: nobody has sent it in yet, or what became of what was sent in last. */
export type Stage = 'draft' | SubmissionState

export type Progress = {
  readonly stage: Stage
  /** Of what was sent in last; null for a draft. */
  readonly history: ReviewHistory | null
  /** Everyone who wrote on it. */
  readonly authors: readonly string[]
  /** Whether any schedule shows it on any screen. */
  readonly scheduled: boolean
  /** Whole days until its last day is over, 0 on that day, less after it; null without an end. */
  readonly daysLeft: number | null
}

/** A person with what the table of access lets him write. */
export type Doer = Person & { readonly writes: boolean; readonly plans: boolean }

/** In the order in which they press. */
export const TASKS = ['mend', 'approve', 'issue', 'renew', 'schedule', 'write'] as const
export type Task = (typeof TASKS)[number]

/** Days before its last one in which a content is told to end soon. */
export const SOON_DAYS = 14

export const endsSoon = ({ stage, daysLeft }: Pick<Progress, 'stage' | 'daysLeft'>): boolean =>
  stage === 'released' && daysLeft !== null && daysLeft >= 0 && daysLeft <= SOON_DAYS

/** The one thing this person can do next; null where it waits for others, or for nobody. */
export const taskFor = (who: Doer, progress: Progress): Task | null => {
  const { stage, history, authors, scheduled, daysLeft } = progress
  const wrote = who.writes && authors.includes(who.id)
  if (stage === 'draft' || stage === 'retracted') return wrote ? 'write' : null
  if (stage === 'returned') return wrote ? 'mend' : null
  if (stage === 'in-review' || stage === 'reviewed') {
    const step = history && approvalBy(who, history)
    const to = history ? handedTo(history.rows) : undefined
    return typeof step === 'string' && (to === undefined || to === who.id) ? step : null
  }
  if (stage !== 'released') return null
  if (wrote && endsSoon(progress)) return 'renew'
  const isOver = daysLeft !== null && daysLeft < 0
  return who.plans && !scheduled && !isOver ? 'schedule' : null
}
