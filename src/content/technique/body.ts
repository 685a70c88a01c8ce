import { refusal } from '../../errors/refusal.ts'
import type { FraudClass } from '../../model/content.ts'
import { STEP_PARTS, type StepPart } from '../../model/taxonomy.ts'
import { accentsOf, BEAT_ACCENTS } from '../accents.ts'
import { factsIn, isFacts, type Facts } from '../facts.ts'
import { TITLE_LIMIT, type Checks } from '../faults.ts'
import type { Draft, Frozen, Text } from '../kind.ts'
import { isFraudClass, isListOf, isRecord, isText, line, rowsIn } from '../stored.ts'

export type TechniqueStep = {
  readonly heSays: string
  readonly youDo: string
  /** The part it has in the whole; missing: not said. */
  readonly part?: StepPart
}

export type TechniqueBody = {
  readonly kind: 'technique'
  readonly title: string
  /** A phrase of the title to set in the accent colour; empty for none. */
  readonly accent: string
  readonly fraudClass: FraudClass
  readonly steps: readonly TechniqueStep[]
  /** Of each step's two texts the phrase in the accent colour, empty for none; missing: none in any. */
  readonly stepAccents?: readonly TechniqueStep[]
  /** What was chosen beside the words, for who decides; on no page and no sheet. Missing: nothing. */
  readonly facts?: Facts
}

export const HE_SAYS = { zh: '他说', en: 'He says' }
export const YOU_DO = { zh: '您这样做', en: 'You do' }

const LIMITS = { heSays: 36, youDo: 36, steps: 8, redFlags: 5 }

/** What its form asks for, in its order. */
export const FACTS = ['officialClass', 'method', 'channels', 'redFlags'] as const

const isStep = (value: unknown): value is TechniqueStep =>
  isRecord(value) &&
  isText(value['heSays']) &&
  isText(value['youDo']) &&
  (value['part'] === undefined || isText(value['part']))

export const isBody = (value: unknown): value is TechniqueBody =>
  isRecord(value) &&
  value['kind'] === 'technique' &&
  isText(value['title']) &&
  isText(value['accent']) &&
  isFraudClass(value['fraudClass']) &&
  isListOf(value['steps'], isStep) &&
  (value['stepAccents'] === undefined || isListOf(value['stepAccents'], isStep)) &&
  isFacts(value['facts'])

const partIn = (typed: unknown): { readonly part?: StepPart } => {
  const part = STEP_PARTS.find((one) => one === typed)
  return part ? { part } : {}
}

export const freeze = (draft: Draft): Frozen<TechniqueBody> => {
  const fraudClass = draft['fraudClass']
  const steps = rowsIn(draft['steps']).map(({ heSays, youDo, part }) => ({
    heSays: line(heSays),
    youDo: line(youDo),
    ...partIn(part),
  }))
  const chosen = factsIn(draft, FACTS)
  const redFlags = chosen.facts?.redFlags?.length ?? 0
  const beats = steps.flatMap(({ heSays, youDo }) => [heSays, youDo])
  const { accents, faults } = accentsOf(draft[BEAT_ACCENTS], beats)
  return {
    body: {
      kind: 'technique',
      title: line(draft['title']),
      accent: line(draft['accent']),
      fraudClass: isFraudClass(fraudClass) ? fraudClass : 'other',
      steps,
      ...(accents && {
        stepAccents: steps.map((_, i) => ({ heSays: accents[2 * i] ?? '', youDo: accents[2 * i + 1] ?? '' })),
      }),
      ...chosen,
    },
    faults: [
      ...(isFraudClass(fraudClass) ? [] : [refusal('TEXT_EMPTY', { field: 'fraudClass' })]),
      ...faults,
      ...(redFlags > LIMITS.redFlags
        ? [refusal('TOO_MANY_ITEMS', { field: 'redFlags', limit: LIMITS.redFlags, got: redFlags })]
        : []),
    ],
  }
}

export const checks = ({ title, accent, steps, stepAccents = [] }: TechniqueBody): Checks => ({
  fields: [
    { field: 'title', text: title, limit: TITLE_LIMIT },
    ...steps.slice(0, LIMITS.steps).flatMap(({ heSays, youDo }, i) => [
      { field: `steps.${i}.heSays`, text: heSays, limit: LIMITS.heSays, quoted: true },
      { field: `steps.${i}.youDo`, text: youDo, limit: LIMITS.youDo },
    ]),
  ],
  accents: [
    { field: 'accent', text: title, accent },
    ...stepAccents.flatMap(({ heSays, youDo }, i) => [
      { field: `steps.${i}.heSays`, text: steps[i]?.heSays ?? '', accent: heSays },
      { field: `steps.${i}.youDo`, text: steps[i]?.youDo ?? '', accent: youDo },
    ]),
  ],
  lists: [{ field: 'steps', count: steps.length, limit: LIMITS.steps }],
})

export const texts = ({ title, steps }: TechniqueBody): readonly Text[] => [
  { field: 'title', text: title },
  ...steps.flatMap(({ heSays, youDo }, item) => [
    { field: 'steps', item, text: heSays, by: HE_SAYS },
    { field: 'steps', item, text: youDo, by: YOU_DO },
  ]),
]
