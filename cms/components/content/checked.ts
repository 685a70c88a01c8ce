import {
  checkWords,
  mendedBy,
  wordListOf,
  type Finding,
  type Term,
  type Town,
} from '../../../src/checks/index.ts'
import { line, type ContentKinds } from '../../../src/content/index.ts'
import { faultOf, type Fault, type Remedy } from '../../web/desk.ts'
import type { DeskLanguage } from '../../web/language.ts'

/** What a form asks of the server once: the rest the browser has. */
export type PlainTown = Pick<Town, 'hotlines' | 'hosts'> & { readonly terms: readonly Term[] }

export const townOf = ({ hotlines, hosts, terms }: PlainTown): Town => ({
  hotlines,
  hosts,
  words: wordListOf(terms),
})

/** One thing found in a draft, as a sentence at its field. */
export type CheckedLine = {
  readonly code: string
  readonly level: Finding['level']
  readonly sentence: string
  readonly field: string
  /** Which line of the field: `line 2`. */
  readonly hint?: string
  /** Where in that text it stands. */
  readonly start: number
  readonly end: number
  readonly remedy?: Remedy
}

type Draft = {
  readonly kinds: ContentKinds
  readonly collection: string
  /** Values of the form, as they are typed. */
  readonly data: Readonly<Record<string, unknown>>
  readonly town: Town
}

/** The findings in the words of a form, by the code the server checks with; safe in a browser, quick enough for each key (CHK-13). */
export const findingsOf = ({ kinds, collection, data, town }: Draft): readonly Finding[] => {
  const kind = kinds.writtenIn(collection)
  return kind ? checkWords(kind.checks(kind.freeze(data, {}).body).fields, town) : []
}

/** The same as sentences in the reader's language. */
export const checkedLines = (draft: Draft, language: DeskLanguage): readonly CheckedLine[] =>
  findingsOf(draft).map(({ code, level, message_zh, message_en, field = '', hint, start, end, remedy }) => ({
    code,
    level,
    sentence: language === 'zh' ? message_zh : message_en,
    field,
    start,
    end,
    ...(hint !== undefined && { hint }),
    ...(remedy && { remedy }),
  }))

export const faultsOf = (draft: Draft, language: DeskLanguage): readonly Fault[] =>
  findingsOf(draft).map((finding) => faultOf(finding, language))

/** The value of a field with a remedy carried out in the line that `hint` names, or in all of it. */
export const remedied = (value: string, remedy: Remedy, hint?: string): string => {
  const wanted = Number(/^line (\d+)$/.exec(hint ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(wanted)) return mendedBy(line(value), remedy)
  let at = 0
  return value
    .split(/(\r?\n)/u)
    .map((part) => {
      if (line(part) === '') return part
      at += 1
      return at === wanted ? mendedBy(line(part), remedy) : part
    })
    .join('')
}
