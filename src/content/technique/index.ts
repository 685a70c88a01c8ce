import { FRAUD_CLASS_NAMES } from '../../model/names.ts'
import { MARKS_1 } from '../../text/marks.ts'
import { setPages1, setPages2, type Script, type Stamp, type Voice } from '../../page/index.ts'
import type { ContentKind } from '../kind.ts'
import { FRAUD, TOPIC } from '../stamps.ts'
import { labelOf } from '../stored.ts'
import { checks, freeze, HE_SAYS, isBody, texts, YOU_DO, type TechniqueBody } from './body.ts'

export type { TechniqueBody, TechniqueStep } from './body.ts'

const NAMES = { zh: '套路揭秘', en: 'Technique', plural: 'Techniques' }

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

/** How a swindler talks, sentence by sentence, and what to do instead. */
export const techniqueKind: ContentKind<TechniqueBody> = {
  kind: 'technique',
  collection: 'techniques',
  names: NAMES,
  risk: 'ordinary',
  uploads: [],
  layouts: [1, 2],
  poster: { fields: ['title', 'accent', 'steps'], isClassed: true },
  isBody,
  freeze,
  checks,
  title: ({ title }) => title,
  texts,
  pictures: () => [],
  fraudClass: ({ fraudClass }) => fraudClass,
  pages: (body, version) => (version === 1 ? setPages1(script1(body)) : setPages2(script2(body))),
  sheetWords: ({ title, accent, steps, fraudClass }) => ({
    title,
    accent,
    lines: [],
    lesson: '',
    steps,
    fraudClass: FRAUD_CLASS_NAMES[fraudClass],
    photo: null,
  }),
}
