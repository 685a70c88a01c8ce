import type { Decision, SubmissionState } from '../../../src/model/people.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

/** One line of what happened to a submission, oldest first. */
export type Step = {
  readonly decision: Decision | 'submit'
  readonly by: string
  readonly at: string
  readonly comment: string
}

const STEP_WORDS: Record<Step['decision'], readonly [zh: string, en: string]> = {
  submit: ['送审', 'Sent for review'],
  approve: ['审核通过', 'Reviewed'],
  issue: ['签发', 'Issued'],
  return: ['退回', 'Returned'],
  withdraw: ['撤下', 'Withdrawn'],
}

export const stepWords = (decision: Step['decision'], language: DeskLanguage): string =>
  say(language, ...STEP_WORDS[decision])

const STATE_WORDS: Record<SubmissionState, readonly [zh: string, en: string]> = {
  'in-review': ['待审核', 'To be reviewed'],
  reviewed: ['待签发', 'To be issued'],
  returned: ['已退回', 'Returned'],
  released: ['已签发', 'Released'],
  withdrawn: ['已撤下', 'Withdrawn'],
}

export const stateWords = (state: SubmissionState, language: DeskLanguage): string =>
  say(language, ...STATE_WORDS[state])

/** Colour never speaks alone: the tone goes with the words above. */
export const stateTone = (state: SubmissionState): 'wait' | 'done' | 'stop' =>
  state === 'released' ? 'done' : state === 'returned' || state === 'withdrawn' ? 'stop' : 'wait'

/** What the person looking can do with it now; `wait` comes with the reason why nothing. */
export type Move = 'approve' | 'issue' | 'withdraw' | 'wait' | 'closed'
