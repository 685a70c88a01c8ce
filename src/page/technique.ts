import type { TechniqueBody, TechniqueStep } from '../model/content.ts'
import type { Refusal } from '../errors/refusal.ts'
import { titleDrafts, type Drafted } from './case.ts'
import { isOpening } from './characters.ts'
import { doesNotFit, type Draft, type Wording } from './draft.ts'
import { HE_SAYS, labelOf, YOU_DO } from './labels.ts'
import type { Sheet } from './sheet.ts'
import { voiceDrafts, type Voice } from './voices.ts'

/** What he says always stands in quotation marks, typed or not. */
const quoted = (text: string): string => {
  const said = text.trim()
  return said === '' || isOpening(said[0] ?? '') ? said : `“${said}”`
}

const voicesOf = (step: TechniqueStep, i: number): readonly Voice[] =>
  [
    {
      who: 'he' as const,
      label: HE_SAYS,
      wording: { field: `steps.${i}.heSays`, text: quoted(step.heSays) },
    },
    { who: 'you' as const, label: YOU_DO, wording: { field: `steps.${i}.youDo`, text: step.youDo } },
  ].filter((voice) => voice.wording.text.trim() !== '')

/** Title page, then one page a step: his words in the bubble, what you do on green. */
export const techniqueDrafts = (sheet: Sheet, body: TechniqueBody): Drafted => {
  const faults: Refusal[] = []
  const keep = (drafts: readonly Draft[] | undefined, field: string): readonly Draft[] => {
    if (!drafts) faults.push(doesNotFit(sheet.profile, field))
    return drafts ?? []
  }
  const title = { field: 'title', text: body.title, accent: body.accent }
  const drafts = [
    ...keep(titleDrafts(sheet, labelOf(body), title, null), 'title'),
    ...body.steps.flatMap((step, i) => keep(voiceDrafts(sheet, voicesOf(step, i)), `steps.${i}`)),
  ]
  return { drafts, faults }
}

/** Without bubbles the voice is named in words. */
export const techniqueWordings = (body: TechniqueBody): readonly Wording[] => [
  { field: 'title', text: body.title, accent: body.accent },
  ...body.steps.flatMap((step, i) =>
    voicesOf(step, i).map(({ label, wording }) => ({
      ...wording,
      text: `${label}：${wording.text}`,
      accent: label,
    })),
  ),
]
