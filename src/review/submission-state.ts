/** Where a submission is. Derived from the decisions on it and from what became of its release, never stored. */
import type { Decision, DecisionRow, ReleaseState, SubmissionState } from '../model/people.ts'

/**
 * `decisions` are those on this submission, in any order; `release` is the state of the release it became, where it
 * became one. A withdrawal may have been said of another submission of the content, so the release has the last word.
 * All open ones are `in-review` here: that only the last word is missing is known to its policy (`stateOf`).
 */
export const submissionState = (
  decisions: readonly DecisionRow[],
  release?: ReleaseState,
): Exclude<SubmissionState, 'reviewed'> => {
  if (release) return release
  const has = (decision: Decision) => decisions.some((row) => row.decision === decision)
  if (has('withdraw')) return 'withdrawn'
  if (has('return')) return 'returned'
  if (has('retract')) return 'retracted'
  return has('issue') ? 'released' : 'in-review'
}

/** Whether people still decide on it. */
export const isOpen = (state: SubmissionState): boolean => state === 'in-review' || state === 'reviewed'
