import { METHODS as NEWER, type CaseStatus, type Method } from '../../src/model/taxonomy.ts'
import { CASES } from './cases.ts'
import { METHODS, type MethodKey } from './methods.ts'
import { THEMES, type SloganSeed } from './slogans.ts'
import { TECHNIQUES } from './techniques.ts'

/** A draft before its links have rows. */
export type StarterDraft = {
  readonly kind: 'case' | 'technique' | 'slogan'
  /** Fields of the form, as an editor fills them in. */
  readonly fields: Readonly<Record<string, unknown>>
  /** What people call it by. */
  readonly title: string
  /** Key of its hotline. */
  readonly hotline: string
  /** A drawing of media/pictures and its words for the blind; null where the kind has none. */
  readonly picture: { readonly name: string; readonly alt: string } | null
}

const METHOD_KEYS = Object.keys(METHODS) as readonly MethodKey[]

/** Of all its stories: none happened to a person who could be named. */
const SOURCE = '根据公开案例改编'
const COMPOSITE: CaseStatus = 'composite'

/** Of the official classes the class of fraud says it already. */
const methodOf = (key: MethodKey): { readonly method?: Method } => {
  const method = NEWER.find((one) => one === key)
  return method ? { method } : {}
}

const caseOf = (method: MethodKey): StarterDraft => {
  const { fraudClass, hotline, picture, pictureAlt } = METHODS[method]
  const { beats, ...words } = CASES[method]
  return {
    kind: 'case',
    fields: {
      ...words,
      fraudClass,
      story: beats.join('\n'),
      source: SOURCE,
      status: COMPOSITE,
      ...methodOf(method),
    },
    title: words.title,
    hotline,
    picture: { name: picture, alt: pictureAlt },
  }
}

const techniqueOf = (method: MethodKey): StarterDraft => {
  const { fraudClass, hotline } = METHODS[method]
  const words = TECHNIQUES[method]
  return {
    kind: 'technique',
    fields: { ...words, fraudClass, ...methodOf(method) },
    title: words.title,
    hotline,
    picture: null,
  }
}

const sloganOf = ({ text, accent, hotline }: SloganSeed): StarterDraft => ({
  kind: 'slogan',
  fields: { text, accent },
  title: text,
  hotline,
  picture: null,
})

/** What is loaded in one transaction, and on record under its key. */
export type StarterGroup = { readonly key: string; readonly drafts: readonly StarterDraft[] }

export const GROUPS: readonly StarterGroup[] = [
  ...METHOD_KEYS.map((method) => ({ key: method, drafts: [techniqueOf(method), caseOf(method)] })),
  ...Object.entries(THEMES).map(([theme, slogans]) => ({
    key: `slogans-${theme}`,
    drafts: slogans.map(sloganOf),
  })),
]

/** The whole library, method by method. */
export const DRAFTS: readonly StarterDraft[] = GROUPS.flatMap(({ drafts }) => drafts)
