import { FRAUD_CLASS_NAMES } from '../../model/names.ts'
import { setPages1, type Script } from '../../page/index.ts'
import type { ContentKind } from '../kind.ts'
import { labelOf } from '../stored.ts'
import { checks, freeze, isBody, texts, type CaseBody } from './body.ts'

export type { CaseBody } from './body.ts'

const NAMES = { zh: '案例', en: 'Case', plural: 'Cases' }
const REMEMBER = '请记住'

const script = (body: CaseBody): Script => {
  const title = { field: 'title', text: body.title, accent: body.accent }
  const beats = body.lines.map((text, i) => ({ field: 'story', text, accent: body.lineAccents?.[i] ?? '' }))
  const lesson = { field: 'lesson', text: body.lesson }
  return {
    template: 'case@1',
    label: labelOf(NAMES.zh, body.fraudClass),
    parts: [
      { as: 'headline', wording: title, picture: body.photo },
      { as: 'story', field: 'story', beats },
      ...(body.lesson.trim() === ''
        ? []
        : [
            {
              as: 'voices' as const,
              field: 'lesson',
              voices: [{ who: 'you' as const, label: REMEMBER, wording: lesson }],
            },
          ]),
    ],
    plain: [title, ...beats, lesson],
  }
}

/** What happened to somebody, told in beats, with a line to take home. */
export const caseKind: ContentKind<CaseBody> = {
  kind: 'case',
  collection: 'cases',
  names: NAMES,
  risk: 'ordinary',
  uploads: ['photo'],
  layouts: [1],
  poster: { fields: ['title', 'accent', 'lines', 'lesson', 'photo'], isClassed: true },
  isBody,
  freeze,
  checks,
  title: ({ title }) => title,
  texts,
  pictures: ({ photo }) => (photo ? [photo] : []),
  fraudClass: ({ fraudClass }) => fraudClass,
  pages: (body) => setPages1(script(body)),
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
