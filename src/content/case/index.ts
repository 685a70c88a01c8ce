import { FRAUD_CLASS_NAMES } from '../../model/names.ts'
import { setPages1, setPages2, type Part, type Script, type Wording } from '../../page/index.ts'
import type { ContentKind } from '../kind.ts'
import { factsTold } from '../facts.ts'
import { FRAUD, TOPIC } from '../stamps.ts'
import { labelOf } from '../stored.ts'
import { themesIn } from '../themes.ts'
import { checks, freeze, isBody, riskOf, SYNC_NOTE, texts, type CaseBody } from './body.ts'
import { COLUMNS } from './columns.ts'
import { propose } from './propose.ts'

export type { CaseBody } from './body.ts'

const NAMES = { zh: '案例', en: 'Case', plural: 'Cases' }
/** Named, for its folder may not import this one's neighbour. */
const TECHNIQUE = 'technique'
const EXAMPLE_OF = { zh: '用的是哪些套路', en: 'Techniques used' }
const REMEMBER = '请记住'
const TO_REMEMBER = { who: 'you', long: '记住', short: '记' } as const

const wordings = (body: CaseBody) => ({
  title: { field: 'title', text: body.title, accent: body.accent },
  beats: body.lines.map((text, i) => ({ field: 'story', text, accent: body.lineAccents?.[i] ?? '' })),
  lesson: { field: 'lesson', text: body.lesson },
})

const remembered = (body: CaseBody, lesson: Wording): readonly Part[] =>
  body.lesson.trim() === ''
    ? []
    : [{ as: 'voices', field: 'lesson', voices: [{ who: 'you', label: REMEMBER, wording: lesson }] }]

const script1 = (body: CaseBody): Script => {
  const { title, beats, lesson } = wordings(body)
  return {
    template: 'case@1',
    label: labelOf(NAMES.zh, body.fraudClass),
    parts: [
      { as: 'headline', wording: title, picture: body.photo },
      { as: 'story', field: 'story', beats },
      ...remembered(body, lesson),
    ],
    plain: [title, ...beats, lesson],
  }
}

const script2 = (body: CaseBody): Script => {
  const { title, beats, lesson } = wordings(body)
  return {
    template: 'case@2',
    label: labelOf(FRAUD, body.fraudClass),
    parts: [
      { as: 'headline', wording: title, picture: body.photo },
      { as: 'beats', field: 'story', beats, sign: body.photo },
      ...remembered(body, lesson),
    ],
    plain: [{ ...title, stamp: TOPIC }, ...beats, { ...lesson, stamp: TO_REMEMBER }],
  }
}

/**
 * What happened to somebody, told in beats, with a line to take home. Title, beats, picture and lesson stand on pages and
 * sheets, the class of fraud in their top line; source, law, status and all else that is chosen stand on neither, they are
 * for who decides and for what is counted.
 */
export const caseKind: ContentKind<CaseBody> = {
  kind: 'case',
  collection: 'cases',
  names: NAMES,
  riskOf,
  uploads: ['photo'],
  layouts: [1, 2],
  poster: { fields: ['title', 'accent', 'lines', 'lesson', 'photo'], isClassed: true },
  columns: COLUMNS,
  propose,
  isBody,
  freeze,
  checks,
  title: ({ title }) => title,
  texts,
  pictures: ({ photo }) => (photo ? [photo] : []),
  fraudClass: ({ fraudClass }) => fraudClass,
  isJudged: ({ facts }) => facts?.status === 'judged',
  facts: ({ facts, syncNote, techniques = [] }) => [
    ...factsTold(facts),
    // In the words of whoever wrote it, whichever language the reader's is.
    ...(syncNote ? [{ label: SYNC_NOTE, values: [{ zh: syncNote, en: syncNote }] }] : []),
    ...(techniques.length > 0
      ? [{ label: EXAMPLE_OF, contents: techniques.map((id) => ({ kind: TECHNIQUE, id })) }]
      : []),
  ],
  themes: ({ fraudClass, facts }) => themesIn(fraudClass, facts),
  pages: (body, version) => (version === 1 ? setPages1(script1(body)) : setPages2(script2(body))),
  sheetWords: ({ title, accent, lines, lesson, photo, fraudClass }) => ({
    title,
    accent,
    lines,
    lesson,
    steps: [],
    fraudClass: FRAUD_CLASS_NAMES[fraudClass],
    photo,
  }),
}
