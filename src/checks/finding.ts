import type { ErrorCode } from '../errors/codes.ts'
import { spokenRefusal, type Refusal, type Said } from '../errors/refusal.ts'

/** `stop`: it may not go out. `ask`: a named person says why it may. */
export const LEVELS = ['stop', 'ask'] as const
export type Level = (typeof LEVELS)[number]

export type CheckCode = Extract<ErrorCode, `CHECK_${string}`>

/** Every check and what it does. */
export const LEVEL_OF: Readonly<Record<CheckCode, Level>> = {
  CHECK_ID_NUMBER: 'stop',
  CHECK_PHONE_NUMBER: 'stop',
  CHECK_BANK_CARD: 'stop',
  CHECK_LONG_NUMBER: 'ask',
  CHECK_PLATE: 'stop',
  CHECK_ADDRESS: 'stop',
  CHECK_VILLAGE: 'ask',
  CHECK_MINOR_AGE: 'stop',
  CHECK_MINOR_SCHOOL: 'stop',
  CHECK_SCHOOL: 'ask',
  CHECK_REAL_NAME: 'ask',
  CHECK_SUSPECT_NAMED: 'stop',
  CHECK_FIRM_ACCUSED: 'ask',
  CHECK_HOTLINE_WRONG: 'stop',
  CHECK_LINK: 'stop',
  CHECK_SCAN: 'ask',
  CHECK_TERM_FORBIDDEN: 'stop',
  CHECK_TERM_DOUBTFUL: 'ask',
  CHECK_SENTENCE_LONG: 'ask',
  CHECK_MANY_IDEAS: 'ask',
  CHECK_NOWHERE: 'stop',
}

export const isCheckCode = (code: string): code is CheckCode => Object.hasOwn(LEVEL_OF, code)

/** A text of a content at its field; `hint` says which line of it. */
export type Word = {
  readonly field: string
  readonly hint?: string
  readonly text: string
  /** What the swindler says, and nobody is asked to do. */
  readonly quoted?: boolean
}

/** What the text becomes when somebody presses the button: `to` takes the place of `start` to `end`. */
export type Remedy = {
  readonly zh: string
  readonly en: string
  readonly start: number
  readonly end: number
  readonly to: string
}

/**
 * One thing found in the words: a refusal at its field, with its level and where in the text it stands. `start` and `end`
 * are UTF-16 units of that text; `got` is what stands there, as written.
 */
export type Finding = Refusal & {
  readonly code: CheckCode
  readonly level: Level
  readonly start: number
  readonly end: number
  readonly remedy?: Remedy
}

/** A place in one of the words. */
export type Place = { readonly word: Word; readonly start: number; readonly end: number }

export type Found = Place & {
  readonly code: CheckCode
  /** In place of the words themselves. */
  readonly got?: number
  /** What its sentence names beside the words. */
  readonly limit?: number | string | Said
  readonly remedy?: Remedy
}

export const findingOf = ({ code, word, start, end, got, limit, remedy }: Found): Finding => ({
  ...spokenRefusal(code, typeof limit === 'object' ? { limit } : {}, {
    field: word.field,
    ...(word.hint !== undefined && { hint: word.hint }),
    got: got ?? word.text.slice(start, end),
    ...(limit !== undefined && { limit: typeof limit === 'object' ? limit.zh : limit }),
  }),
  code,
  level: LEVEL_OF[code],
  start,
  end,
  ...(remedy && { remedy }),
})

/** A text with a remedy carried out. */
export const mendedBy = (text: string, { start, end, to }: Remedy): string =>
  `${text.slice(0, start)}${to}${text.slice(end)}`
