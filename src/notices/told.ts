/** Who is told of an event: the next in line by the policy, or who wrote it (NTC-3). */
import type { Words } from '../lexicon/words.ts'
import { ROLE_WORDS } from '../lexicon/people.ts'
import { approvalBy, handedTo, nextStep, type Person, type ReviewHistory } from '../review/policy.ts'
import type { NoticeEvent } from './notice.ts'

export type Named = Person & { readonly name: string }

const ASKS_THE_NEXT: ReadonlySet<NoticeEvent> = new Set(['waiting', 'overdue'])

/** Whoever may take the next step; where it was handed to somebody, he alone. */
const nextInLine = <One extends Named>(history: ReviewHistory, people: readonly One[]): readonly One[] => {
  const fit = people.filter((one) => typeof approvalBy(one, history) === 'string')
  const heir = handedTo(history.rows)
  const his = fit.filter(({ id }) => id === heir)
  return his.length > 0 ? his : fit
}

/** Those an event asks something of or is about, in the order of `people`. */
export const askedBy = <One extends Named>(
  event: NoticeEvent,
  history: ReviewHistory,
  people: readonly One[],
): readonly One[] =>
  ASKS_THE_NEXT.has(event)
    ? nextInLine(history, people)
    : people.filter(({ id }) => history.authors.includes(id))

/** The step it waits for, by the name of its role; undefined once nothing waits. */
export const stepWaitedFor = (history: ReviewHistory): Words | undefined => {
  const step = nextStep(history)
  return step && ROLE_WORDS[step.role]
}
