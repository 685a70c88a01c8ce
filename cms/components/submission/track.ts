import { STEP_WORDS, stepWord } from '../../../src/lexicon/people.ts'
import type { Decision } from '../../../src/model/people.ts'
import type { Words } from '../../../src/lexicon/words.ts'
import { stepsOf } from '../../../src/review/policy.ts'
import { isOpen } from '../../../src/review/submission-state.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { historyOf, type ReviewCase } from '../../workflow/read.ts'

/** One step of the way, from 送审 to 签发. */
export type TrackStep = {
  readonly name: Words
  /** Who took it; 您, where it waits for the reader; else nothing. */
  readonly by: string
  readonly state: 'done' | 'now' | 'ahead' | 'stopped'
}

const STOPS: readonly Decision[] = ['return', 'retract', 'withdraw']

/** The steps of its policy in their order; what stopped it stands where it did. */
export const trackOf = (told: ReviewCase, isMine: boolean, language: DeskLanguage): readonly TrackStep[] => {
  const left = told.approvals.filter(({ decision }) => decision === 'approve' || decision === 'issue')
  const stop = told.approvals.findLast(({ decision }) => STOPS.includes(decision))
  let isNext = true
  const steps = stepsOf(historyOf(told))
  const taken = steps.map(({ decision }, place): TrackStep => {
    const at = left.findIndex((row) => row.decision === decision)
    const [row] = at >= 0 ? left.splice(at, 1) : []
    const name = stepWord(steps, place)
    if (row) return { name, by: row.by.name, state: 'done' }
    const isNow = isNext && isOpen(told.state)
    const isStopped = isNext && stop !== undefined && !isNow
    isNext = false
    if (isStopped) return { name: STEP_WORDS[stop.decision], by: stop.by.name, state: 'stopped' }
    const by = isNow && isMine ? say(language, '您', 'You') : ''
    return { name, by, state: isNow ? 'now' : 'ahead' }
  })
  const sent: TrackStep = { name: STEP_WORDS.submit, by: told.submission.submittedBy.name, state: 'done' }
  return [sent, ...taken]
}
