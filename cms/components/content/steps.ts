import { DRAFT_WORDS, PART_WORDS, stepWord } from '../../../src/lexicon/people.ts'
import type { SubmissionState } from '../../../src/model/people.ts'
import type { Preview } from '../../workflow/preview.ts'
import type { DeskLanguage } from '../../web/language.ts'

/** One step on the way to the screens, and whose it is. */
export type StepShown = {
  readonly name: string
  readonly by: string
  readonly state: 'done' | 'now' | 'ahead'
}

/** How many of the steps are taken, the draft counted. */
const takenIn = (state: SubmissionState | undefined, all: number): number => {
  if (state === 'released') return all
  if (state === 'reviewed') return all - 1
  return state === 'in-review' ? 1 : 0
}

/** The policy as people read it: 草稿, 初审, 签发. */
export const stepsShown = (
  steps: Preview['steps'],
  state: SubmissionState | undefined,
  writer: string,
  language: DeskLanguage,
): readonly StepShown[] => {
  const taken = takenIn(state, steps.length + 1)
  const stateOf = (i: number): StepShown['state'] => (i < taken ? 'done' : i === taken ? 'now' : 'ahead')
  return [
    { name: DRAFT_WORDS[language], by: writer, state: stateOf(0) },
    ...steps.map(({ decision }, i) => ({
      name: stepWord(steps, i)[language],
      by: PART_WORDS[decision][language],
      state: stateOf(i + 1),
    })),
  ]
}
