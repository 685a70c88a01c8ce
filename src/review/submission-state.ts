/** Where a submission is. Derived from the decisions on it and from what became of its release, never stored. */
import type { Decision, DecisionRow, ReleaseState, SubmissionState } from '../model/people.ts'

/**
 * `decisions` are those on this submission, in any order; `release` is the state of the release it became, where it
 * became one. A withdrawal may have been said of another submission of the content, so the release has the last word.
 */
export const submissionState = (
  decisions: readonly DecisionRow[],
  release?: ReleaseState,
): SubmissionState => {
  if (release) return release
  const has = (decision: Decision) => decisions.some((row) => row.decision === decision)
  if (has('withdraw')) return 'withdrawn'
  if (has('return')) return 'returned'
  if (has('retract')) return 'retracted'
  if (has('issue')) return 'released'
  return has('approve') ? 'reviewed' : 'in-review'
}

/** Whether people still decide on it. */
export const isOpen = (state: SubmissionState): boolean => state === 'in-review' || state === 'reviewed'
