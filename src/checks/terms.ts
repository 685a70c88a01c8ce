import type { Said } from '../errors/refusal.ts'
import type { Found, Level } from './finding.ts'
import { folded } from './fold.ts'
import type { Passage } from './passage.ts'
import { SHIPPED_TERMS } from './shipped-terms.ts'

/** `off`: a word the product brings and this town lets stand. */
export const SEVERITIES = ['stop', 'ask', 'off'] as const
export type Severity = Level | 'off'

/** A word that is not written here. */
export type Term = {
  readonly term: string
  readonly severity: Severity
  /** What is written in its place; empty for nothing in particular. */
  readonly instead: string
  /** Why, in the words of the town; those the product brings say it in both languages. */
  readonly reason: string | Said
}

/** A list as it is searched for: made once, searched often. */
export type WordList = readonly (Term & {
  /** The term and what is right, folded. */
  readonly needle: string
  readonly right: string
})[]

/** Blanks and marks inside a term do not hide it. */
const APART = /[\s.·•\-_*,、]/

/** The text without what may stand inside a term, and where each unit of it stood. */
const joined = (text: string): { readonly text: string; readonly at: readonly number[] } => {
  const at: number[] = []
  let out = ''
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i)
    if (APART.test(c)) continue
    at.push(i)
    out += c
  }
  return { text: out.toLowerCase(), at }
}

const searched = (term: string): string => joined(folded(term).text).text

/** The words of the town over those the product brings; the later of two that are one stands. */
export const wordListOf = (own: readonly Term[]): WordList => [
  ...new Map(
    [...SHIPPED_TERMS, ...own]
      .map((one) => ({ ...one, needle: searched(one.term), right: searched(one.instead) }))
      .filter(({ needle }) => needle !== '')
      .map((one) => [one.needle, one]),
  ).values(),
]

const reasonOf = ({ instead, reason }: Term): Said => {
  const said = typeof reason === 'string' ? { zh: reason, en: reason } : reason
  if (said.zh !== '') return said
  return instead === ''
    ? { zh: '请换一个说法', en: 'say it otherwise' }
    : { zh: `请写“${instead}”`, en: `write "${instead}"` }
}

const CODES = { stop: 'CHECK_TERM_FORBIDDEN', ask: 'CHECK_TERM_DOUBTFUL' } as const

const placesIn = (text: string, term: string): readonly number[] => {
  const places: number[] = []
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) places.push(at)
  return places
}

/** Whether what is found is a part of the right word already. */
const isRight = (text: string, at: number, needle: string, right: string): boolean => {
  const inside = right.indexOf(needle)
  return inside >= 0 && text.slice(at - inside, at - inside + right.length) === right
}

/** Wrong and forbidden words of the list (CHK-9). */
export const termsIn = (passage: Passage, list: WordList): readonly Found[] => {
  const plain = joined(passage.text)
  return list.flatMap((entry) => {
    const { severity, instead, needle, right } = entry
    if (severity === 'off') return []
    return placesIn(plain.text, needle)
      .filter((at) => !isRight(plain.text, at, needle, right))
      .flatMap((at) => {
        const [start = 0, last = 0] = [plain.at[at], plain.at[at + needle.length - 1]]
        const places = passage.placesOf(start, last + 1)
        return places.map((place) => ({
          ...place,
          code: CODES[severity],
          limit: reasonOf(entry),
          ...(instead !== '' &&
            places.length === 1 && {
              remedy: {
                zh: `改成“${instead}”`,
                en: `Write "${instead}"`,
                start: place.start,
                end: place.end,
                to: instead,
              },
            }),
        }))
      })
  })
}
