/** What may not go out, and what a named person must answer for, in the words of a content (CHK-1). */
import { findingOf, type Finding, type Found, type Word } from './finding.ts'
import { wrongHotlinesIn } from './hotlines.ts'
import type { Town } from './known.ts'
import { linksIn } from './links.ts'
import { realNamesIn, suspectsIn } from './names.ts'
import { numbersIn, platesIn } from './numbers.ts'
import { passagesOf, type Passage } from './passage.ts'
import { addressesIn, firmsIn, minorsIn } from './persons.ts'
import { plainFaultsIn } from './plain.ts'
import { termsIn, type WordList } from './terms.ts'

export {
  isCheckCode,
  LEVEL_OF,
  LEVELS,
  mendedBy,
  type CheckCode,
  type Finding,
  type Level,
  type Remedy,
  type Word,
} from './finding.ts'
export type { Town } from './known.ts'
export { SEVERITIES, wordListOf, type Severity, type Term, type WordList } from './terms.ts'
export { SHIPPED_TERMS } from './shipped-terms.ts'

/** Where one place is found twice, the first says it. */
const WEAKER: readonly (readonly [weak: Found['code'], strong: readonly Found['code'][]])[] = [
  ['CHECK_REAL_NAME', ['CHECK_SUSPECT_NAMED']],
  ['CHECK_PHONE_NUMBER', ['CHECK_HOTLINE_WRONG', 'CHECK_LINK']],
  ['CHECK_LONG_NUMBER', ['CHECK_LINK', 'CHECK_HOTLINE_WRONG']],
  ['CHECK_HOTLINE_WRONG', ['CHECK_LINK', 'CHECK_ID_NUMBER', 'CHECK_BANK_CARD']],
  ['CHECK_PLATE', ['CHECK_LINK']],
]

const overlap = (a: Found, b: Found): boolean => a.word === b.word && a.start < b.end && b.start < a.end

const withoutWeaker = (all: readonly Found[]): readonly Found[] =>
  all.filter((one) => {
    const strong = WEAKER.find(([weak]) => weak === one.code)?.[1] ?? []
    return !all.some((other) => strong.includes(other.code) && overlap(one, other))
  })

const sameOnce = (all: readonly Found[]): readonly Found[] =>
  all.filter(
    (one, i) =>
      !all
        .slice(0, i)
        .some((other) => other.code === one.code && other.word === one.word && overlap(one, other)),
  )

const inOne = (passage: Passage, town: Town): readonly Found[] => [
  ...numbersIn(passage, town),
  ...wrongHotlinesIn(passage, town),
  ...platesIn(passage),
  ...linksIn(passage, town),
  ...(town.judged ? [] : suspectsIn(passage)),
  ...firmsIn(passage),
  ...termsIn(passage, town.words),
  ...plainFaultsIn(passage),
]

/**
 * Everything found in the words of one content, in their order. Pure: the same words and the same town give the same
 * findings, in the form, at 送审 and at every decision.
 */
export const checkWords = (words: readonly Word[], town: Town): readonly Finding[] => {
  const passages = passagesOf(words)
  const all = [
    ...passages.flatMap((passage) => inOne(passage, town)),
    ...addressesIn(passages),
    ...minorsIn(passages),
    ...realNamesIn(passages),
  ]
  const order = new Map(words.map((word, i) => [word, i] as const))
  return sameOnce(withoutWeaker(all))
    .toSorted((a, b) => (order.get(a.word) ?? 0) - (order.get(b.word) ?? 0) || a.start - b.start)
    .map(findingOf)
}

/** The words of the list alone, for what is on air already when the list grows. */
export const checkTerms = (words: readonly Word[], list: WordList): readonly Finding[] =>
  passagesOf(words)
    .flatMap((passage) => termsIn(passage, list))
    .map(findingOf)
