import { setPages1, setPages2, type Script } from '../../page/index.ts'
import { factsTold } from '../facts.ts'
import type { ContentKind, Fact } from '../kind.ts'
import { themesIn } from '../themes.ts'
import { checks, freeze, halvesOf, isBody, type SloganBody } from './body.ts'
import { COLUMNS } from './columns.ts'

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

/** `7 个字、7 个字`: halves of one length are read in one breath. */
const halvesTold = (body: SloganBody): readonly Fact[] => {
  const halves = halvesOf(body)
  return halves.length === 2
    ? [
        {
          label: { zh: '上下句', en: 'Halves' },
          values: halves
            .map((half) => Array.from(half).length)
            .map((length) => ({ zh: `${length} 个字`, en: `${length} characters` })),
        },
      ]
    : []
}

/**
 * One sentence that is seen from afar, or two halves of one. Its text stands on pages and sheets; what is chosen beside it
 * stands on neither.
 */
export const sloganKind: ContentKind<SloganBody> = {
  kind: 'slogan',
  collection: 'slogans',
  names: NAMES,
  riskOf: () => 'ordinary',
  uploads: [],
  layouts: [1, 2],
  poster: { fields: ['text', 'accent'], isClassed: false },
  columns: COLUMNS,
  isBody,
  freeze,
  checks,
  title: ({ text }) => text,
  texts: ({ text }) => [{ field: 'text', text }],
  pictures: () => [],
  fraudClass: () => null,
  facts: (body) => [...halvesTold(body), ...factsTold(body.facts)],
  themes: ({ facts }) => themesIn(null, facts),
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
