import { FRAUD_CLASS_NAMES } from '../../model/names.ts'
import { MARKS_1 } from '../../text/marks.ts'
import { setPages1, setPages2, type Script, type Stamp, type Voice } from '../../page/index.ts'
import { STEP_PART_WORDS } from '../../lexicon/taxonomy.ts'
import { factsTold } from '../facts.ts'
import type { ContentKind, Fact } from '../kind.ts'
import { FRAUD, TOPIC } from '../stamps.ts'
import { labelOf } from '../stored.ts'
import { themesIn } from '../themes.ts'
import { checks, freeze, HE_SAYS, isBody, texts, YOU_DO, type TechniqueBody } from './body.ts'
import { COLUMNS } from './columns.ts'

export type { TechniqueBody, TechniqueStep } from './body.ts'

const NAMES = { zh: '套路揭秘', en: 'Technique', plural: 'Techniques' }

const PARTS = { zh: '每一步在干什么', en: 'Part of each step' }

/** What he says always stands in quotation marks, typed or not. */
const quoted = (text: string): string => {
  const said = text.trim()
  return said === '' || MARKS_1.isOpening(said[0] ?? '') ? said : `“${said}”`
}

/** Labels of the two voices since layout 2. */
const SAYS = '骗子说'
const STAMPS: Readonly<Record<Voice['who'], Stamp>> = {
  he: { who: 'he', long: SAYS, short: '骗' },
  you: { who: 'you', long: '这样做', short: '做' },
}

const voicesOf = ({ steps, stepAccents }: TechniqueBody, i: number, says: string): readonly Voice[] => {
  const { heSays, youDo } = steps[i] ?? { heSays: '', youDo: '' }
  const accents = stepAccents?.[i]
  const he = { field: `steps.${i}.heSays`, text: quoted(heSays), accent: accents?.heSays ?? '' }
  const you = { field: `steps.${i}.youDo`, text: youDo, accent: accents?.youDo ?? '' }
  return [
    { who: 'he' as const, label: says, wording: he },
    { who: 'you' as const, label: YOU_DO.zh, wording: you },
  ].filter(({ wording }) => wording.text.trim() !== '')
}

const script1 = (body: TechniqueBody): Script => {
  const title = { field: 'title', text: body.title, accent: body.accent }
  const steps = body.steps.map((_, i) => voicesOf(body, i, HE_SAYS.zh))
  return {
    template: 'technique@1',
    label: labelOf(NAMES.zh, body.fraudClass),
    parts: [
      { as: 'headline', wording: title, picture: null },
      ...steps.map((voices, i) => ({ as: 'voices' as const, field: `steps.${i}`, voices })),
    ],
    // Without bubbles the voice is named in words.
    plain: [
      title,
      ...steps.flatMap((voices) =>
        voices.map(({ label, wording }) => ({
          ...wording,
          text: `${label}：${wording.text}`,
          accent: label,
        })),
      ),
    ],
  }
}

const script2 = (body: TechniqueBody): Script => {
  const title = { field: 'title', text: body.title, accent: body.accent }
  const steps = body.steps.map((_, i) => voicesOf(body, i, SAYS))
  return {
    template: 'technique@2',
    label: labelOf(FRAUD, body.fraudClass),
    parts: [
      { as: 'headline', wording: title, picture: null },
      ...steps.map((voices, i) => ({ as: 'voices' as const, field: `steps.${i}`, voices })),
    ],
    plain: [
      { ...title, stamp: TOPIC },
      ...steps.flatMap((voices, i) =>
        voices.map(({ who, wording }) => ({
          ...wording,
          ...(who === 'he' && { unquoted: (body.steps[i]?.heSays ?? '').trim() }),
          stamp: STAMPS[who],
        })),
      ),
    ],
  }
}

/** Which part each step has, `1 引您上钩`; those of which nothing was said are left out. */
const partsOf = (steps: TechniqueBody['steps']): readonly Fact[] => {
  const values = steps.flatMap(({ part }, i) => {
    const words = part === undefined ? undefined : STEP_PART_WORDS[part]
    return words ? [{ zh: `${i + 1} ${words.zh}`, en: `${i + 1} ${words.en}` }] : []
  })
  return values.length > 0 ? [{ label: PARTS, values }] : []
}

/**
 * How a swindler talks, sentence by sentence, and what to do instead. The title stands on the first page, each step on one
 * of its own and in one place of a sheet; the parts of the steps, red flags and all else that is chosen stand on neither.
 */
export const techniqueKind: ContentKind<TechniqueBody> = {
  kind: 'technique',
  collection: 'techniques',
  names: NAMES,
  riskOf: () => 'ordinary',
  uploads: [],
  layouts: [1, 2],
  poster: { fields: ['title', 'accent', 'steps'], isClassed: true },
  columns: COLUMNS,
  isBody,
  freeze,
  checks,
  title: ({ title }) => title,
  texts,
  pictures: () => [],
  fraudClass: ({ fraudClass }) => fraudClass,
  facts: ({ steps, facts }) => [...partsOf(steps), ...factsTold(facts)],
  themes: ({ fraudClass, facts }) => themesIn(fraudClass, facts),
  pages: (body, version) => (version === 1 ? setPages1(script1(body)) : setPages2(script2(body))),
  sheetWords: ({ title, accent, steps, fraudClass }) => ({
    title,
    accent,
    lines: [],
    lesson: '',
    steps: steps.map(({ heSays, youDo }) => ({ heSays, youDo })),
    fraudClass: FRAUD_CLASS_NAMES[fraudClass],
    photo: null,
  }),
}
