import type { Place } from '../../../src/content/index.ts'
import type { Finding as Raw, FindingLevel } from '../../workflow/findings.ts'
import { faultOf, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { faultWords } from './fault-words.ts'
import { pageOf } from './places.ts'

/** One sentence about a draft, as the form shows it. */
export type Finding = {
  readonly code: string
  readonly level: FindingLevel
  readonly sentence: string
  readonly field?: string
  readonly hint?: string
  /** The first page on the screen of choice that shows it, from 0. */
  readonly page?: number
  readonly remedy?: { readonly verb: string; readonly becomes: string }
}

/** What says no more than that nobody has filled it in yet: told as missing, not as wrong. */
const MISSING: readonly string[] = ['TEXT_EMPTY', 'HOTLINE_UNKNOWN']
export const isMissing = ({ code }: Pick<Finding, 'code'>): boolean => MISSING.includes(code)

/** @param places of the pages that are shown */
export const findingsOf = (
  raw: readonly Raw[],
  places: readonly (readonly Place[])[],
  language: DeskLanguage,
): readonly Finding[] =>
  raw.map((one) => {
    const { field, hint, remedy } = one
    const page =
      field === undefined ? undefined : pageOf(places, { field, ...(hint !== undefined && { hint }) })
    return {
      code: one.code,
      level: one.level,
      sentence: faultWords(faultOf(one, language), language),
      ...(field !== undefined && { field }),
      ...(hint !== undefined && { hint }),
      ...(page !== undefined && { page }),
      ...(remedy && { remedy: { verb: remedy[language], becomes: remedy.becomes } }),
    }
  })

/** The sign before a sentence, which says it without its colour too. */
export const signOf = (level: FindingLevel, language: DeskLanguage): string => {
  if (level === 'stop') return say(language, '停', 'Stop')
  return level === 'ask' ? say(language, '问', 'Ask') : say(language, '注', 'Note')
}

/** What 送审 refused, said in the reader's language already. */
export const stopsOf = (faults: readonly Fault[]): readonly Raw[] =>
  faults.map(({ code, message, field, hint }) => ({
    level: 'stop',
    code: (code ?? 'FIELD_INVALID') as Raw['code'],
    message_zh: message,
    message_en: message,
    ...(field !== undefined && { field }),
    ...(hint !== undefined && { hint }),
  }))

/** What still keeps it from 送审: places that are wrong, questions without an answer, fields nobody has filled in. */
export type Lacking = { readonly wrong: number; readonly asked: number; readonly missing: readonly string[] }

/** Reasons by the code of what asks. */
type Reasons = Readonly<Record<string, string>>

export const isAnswered = ({ code }: Pick<Finding, 'code'>, reasons: Reasons): boolean =>
  (reasons[code] ?? '').trim() !== ''

export const lackingIn = (
  findings: readonly Finding[],
  reasons: Reasons,
  labelOf: (field: string) => string,
): Lacking => {
  const stops = findings.filter(({ level }) => level === 'stop')
  const asks = findings.filter((one) => one.level === 'ask' && !isAnswered(one, reasons))
  const missing = stops
    .filter(isMissing)
    .flatMap(({ field }) => (field === undefined ? [] : [labelOf(field)]))
  return {
    wrong: stops.filter((one) => !isMissing(one)).length,
    asked: new Set(asks.map(({ code }) => code)).size,
    missing: [...new Set(missing)],
  }
}

const FEW = 4

const listed = (labels: readonly string[], language: DeskLanguage): string => {
  const shown = labels.slice(0, FEW).join(say(language, '、', ', '))
  return labels.length > FEW ? say(language, `${shown}等 ${labels.length} 项`, `${shown} and more`) : shown
}

/** The sentence beside 送审; empty where nothing is lacking. */
export const lackingWords = (
  { wrong, asked, missing }: Lacking,
  next: string,
  language: DeskLanguage,
): string => {
  const parts = [
    ...(wrong > 0
      ? [say(language, `还有 ${wrong} 处要改`, `${wrong} ${wrong === 1 ? 'place' : 'places'} to mend`)]
      : []),
    ...(asked > 0
      ? [say(language, `${asked} 处要写明理由`, `${asked} ${asked === 1 ? 'reason' : 'reasons'} to give`)]
      : []),
    ...(missing.length > 0
      ? [say(language, `还缺：${listed(missing, language)}`, `still empty: ${listed(missing, language)}`)]
      : []),
  ]
  if (parts.length === 0) return ''
  const all = parts.join(say(language, '；', '; '))
  return missing.length > 0
    ? all
    : say(language, `${all}，好了就能送${next}。`, `${all}, then it may go: ${next}.`)
}
