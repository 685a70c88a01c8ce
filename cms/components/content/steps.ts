import { DRAFT_WORDS, PART_WORDS, stepWord } from '../../../src/lexicon/people.ts'
import type { SubmissionState } from '../../../src/model/people.ts'
import { isOpen } from '../../../src/review/submission-state.ts'
import type { Preview } from '../../workflow/preview.ts'
import type { DeskLanguage } from '../../web/language.ts'

/** One step on the way to the screens, and whose it is. */
export type StepShown = {
  readonly name: string
  readonly by: string
  readonly state: 'done' | 'now' | 'ahead'
}

/** What became of what was last sent in, how many have passed it, and the steps on its way. */
type Stood = { readonly state: SubmissionState; readonly looks: number; readonly steps: Preview['steps'] }

/** How many of the steps are taken, the draft counted. */
const takenIn = ({ state, looks }: Stood, all: number): number => {
  if (state === 'released') return all
  return isOpen(state) ? 1 + looks : 0
}

/** As people read it, 草稿, 初审, 签发: of what is in review or out its own way, else that of the draft as it stands. */
export const stepsShown = (
  ofDraft: Preview['steps'],
  stood: Stood | undefined,
  writer: string,
  language: DeskLanguage,
): readonly StepShown[] => {
  const isOnItsWay = stood !== undefined && (stood.state === 'released' || isOpen(stood.state))
  const steps = isOnItsWay ? stood.steps : ofDraft
  const taken = stood ? takenIn(stood, steps.length + 1) : 0
  const stateOf = (i: number): StepShown['state'] => (i < taken ? 'done' : i === taken ? 'now' : 'ahead')
  return [
    { name: DRAFT_WORDS[language], by: writer, state: stateOf(0) },
    ...steps.map((step, i) => ({
      name: stepWord(steps, i)[language],
      by: PART_WORDS[step.decision][language],
      state: stateOf(i + 1),
    })),
  ]
}
