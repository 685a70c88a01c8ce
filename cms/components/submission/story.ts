import { STEP_WORDS, SUBMISSION_STATE_WORDS } from '../../../src/lexicon/people.ts'
import type { Decision, SubmissionState } from '../../../src/model/people.ts'
import type { DeskLanguage } from '../../web/language.ts'

/** One line of what happened to a submission, oldest first. */
export type Step = {
  readonly decision: Decision | 'submit'
  readonly by: string
  readonly at: string
  readonly comment: string
  /** What was written on single pages, each with the number of its look, counted from one, where that is known. */
  readonly pins?: readonly { readonly look: number | null; readonly text: string }[]
  /** Whom it was handed to. */
  readonly to?: string
}

export const stepWords = (decision: Step['decision'], language: DeskLanguage): string =>
  STEP_WORDS[decision][language]

export const stateWords = (state: SubmissionState, language: DeskLanguage): string =>
  SUBMISSION_STATE_WORDS[state][language]

/** Colour never speaks alone: the tone goes with the words above. */
export const stateTone = (state: SubmissionState): 'wait' | 'done' | 'stop' =>
  state === 'released' ? 'done' : state === 'in-review' || state === 'reviewed' ? 'wait' : 'stop'

/** What the person looking can do with it now; `own` is what its writers may, `wait` comes with the reason why nothing. */
export type Move = 'approve' | 'issue' | 'withdraw' | 'own' | 'wait' | 'closed'
