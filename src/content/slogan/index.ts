import { setPages1, setPages2, type Script } from '../../page/index.ts'
import type { ContentKind } from '../kind.ts'
import { checks, freeze, isBody, type SloganBody } from './body.ts'

export type { SloganBody } from './body.ts'

const NAMES = { zh: '标语', en: 'Slogan', plural: 'Slogans' }

const script = ({ text, accent }: SloganBody, version: number): Script => {
  const wording = { field: 'text', text, accent }
  return {
    template: `slogan@${version}`,
    label: NAMES.zh,
    parts: [{ as: 'motto', wording }],
    plain: [wording],
  }
}

/** One sentence that is seen from afar. */
export const sloganKind: ContentKind<SloganBody> = {
  kind: 'slogan',
  collection: 'slogans',
  names: NAMES,
  risk: 'ordinary',
  uploads: [],
  layouts: [1, 2],
  poster: { fields: ['text', 'accent'], isClassed: false },
  isBody,
  freeze,
  checks,
  title: ({ text }) => text,
  texts: ({ text }) => [{ field: 'text', text }],
  pictures: () => [],
  fraudClass: () => null,
  pages: (body, version) => (version === 1 ? setPages1 : setPages2)(script(body, version)),
  sheetWords: ({ text, accent }) => ({
    title: text,
    accent,
    lines: [],
    lesson: '',
    steps: [],
    fraudClass: '',
    photo: null,
  }),
}
