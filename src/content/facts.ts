/** What is chosen of a content beside its words: frozen with it and shown to who decides, on no page and no sheet. */
import {
  AMOUNT_BAND_WORDS,
  CASE_STATUS_WORDS,
  CHANNEL_WORDS,
  METHOD_WORDS,
  OCCASION_WORDS,
  OFFICIAL_CLASS_WORDS,
  OUTCOME_WORDS,
  RED_FLAG_WORDS,
  SENSITIVITY_WORDS,
} from '../lexicon/taxonomy.ts'
import type {
  AmountBand,
  CaseStatus,
  Channel,
  Method,
  Occasion,
  OfficialClass,
  Outcome,
  RedFlag,
  Sensitivity,
} from '../model/taxonomy.ts'
import type { Draft, Fact, InBoth } from './kind.ts'
import { isListOf, isRecord, isText } from './stored.ts'

/** A kind has those of its form. Missing: nothing was said. */
export type Facts = {
  readonly status?: CaseStatus
  readonly outcome?: Outcome
  readonly amount?: AmountBand
  /** Missing: what its class of fraud says. */
  readonly officialClass?: OfficialClass
  readonly method?: Method
  readonly channels?: readonly Channel[]
  readonly redFlags?: readonly RedFlag[]
  readonly occasion?: Occasion
  readonly sensitive?: readonly Sensitivity[]
}

export type FactName = keyof Facts

type Choice = InBoth & {
  readonly words: Readonly<Record<string, InBoth>>
  readonly isMany: boolean
}

const one = (zh: string, en: string, words: Choice['words']): Choice => ({ zh, en, words, isMany: false })
const many = (zh: string, en: string, words: Choice['words']): Choice => ({ zh, en, words, isMany: true })

/** What each is called, and what may be chosen, in the order people see it. */
export const CHOICES: Readonly<Record<FactName, Choice>> = {
  status: one('案子到了哪一步', 'How far the law has come', CASE_STATUS_WORDS),
  outcome: one('结果', 'Outcome', OUTCOME_WORDS),
  amount: one('损失', 'What was lost', AMOUNT_BAND_WORDS),
  officialClass: one('官方分类', 'Official class', OFFICIAL_CLASS_WORDS),
  method: one('手法', 'Method', METHOD_WORDS),
  channels: many('从哪里来', 'How he comes', CHANNEL_WORDS),
  redFlags: many('露馅的地方', 'What gives him away', RED_FLAG_WORDS),
  sensitive: many('为什么敏感', 'Why it is sensitive', SENSITIVITY_WORDS),
  occasion: one('适合什么时候', 'Occasion', OCCASION_WORDS),
}

/** Those of a list that were chosen, each once and in the order of the list; none where none was. */
export const chosenOf = <T extends string>(all: readonly T[], typed: unknown): readonly T[] | undefined => {
  const given: readonly unknown[] = Array.isArray(typed) ? typed : []
  const chosen = all.filter((name) => given.includes(name))
  return chosen.length > 0 ? chosen : undefined
}

const valueOf = (name: FactName, typed: unknown): unknown => {
  const { words, isMany } = CHOICES[name]
  if (isMany) return chosenOf(Object.keys(words), typed)
  return isText(typed) && Object.hasOwn(words, typed) ? typed : undefined
}

/** What the draft says of these; no member at all where it says nothing, so that its bytes are what they were (CNT-5). */
export const factsIn = (draft: Draft, names: readonly FactName[]): { readonly facts?: Facts } => {
  const said = names.map((name) => [name, valueOf(name, draft[name])] as const)
  const facts: Facts = Object.fromEntries(said.filter(([, value]) => value !== undefined))
  return Object.keys(facts).length > 0 ? { facts } : {}
}

/** A value that only a younger version knows restricts nothing: it is kept, and not told. */
export const isFacts = (value: unknown): value is Facts | undefined =>
  value === undefined ||
  (isRecord(value) &&
    Object.entries(CHOICES).every(([name, { isMany }]) => {
      const said = value[name]
      return said === undefined || (isMany ? isListOf(said, isText) : isText(said))
    }))

/** In words, in the order of the form. */
export const factsTold = (facts: Facts = {}): readonly Fact[] =>
  Object.entries(CHOICES).flatMap(([name, { zh, en, words }]) => {
    const said: Readonly<Record<string, string | readonly string[] | undefined>> = facts
    const values = [said[name] ?? []].flat().flatMap((value) => words[value] ?? [])
    return values.length > 0 ? [{ label: { zh, en }, values }] : []
  })
