import { TEXTS, type ErrorCode } from './codes.ts'

/** The one error shape of the whole product (I14). `hint` is a machine-readable pointer, never a stack. */
export type Refusal = {
  readonly code: ErrorCode
  readonly message_zh: string
  readonly message_en: string
  readonly field?: string
  readonly limit?: number | string
  readonly got?: number | string
  readonly hint?: string
}

export type RefusalDetail = Pick<Refusal, 'field' | 'limit' | 'got' | 'hint'>

const fill = (text: string, detail: RefusalDetail): string =>
  text.replace(/\{(limit|got|hint)\}/g, (_, name: 'limit' | 'got' | 'hint') => String(detail[name] ?? ''))

/** Builds a refusal from the closed list; `{limit}`, `{got}` and `{hint}` in its texts are filled from `detail`. */
export const refusal = (code: ErrorCode, detail: RefusalDetail = {}): Refusal => ({
  code,
  message_zh: fill(TEXTS[code].zh, detail),
  message_en: fill(TEXTS[code].en, detail),
  ...detail,
})

/** Words inside a refusal's text, in each of its languages. */
export type Said = { readonly zh: string; readonly en: string }

/**
 * A refusal whose details are words themselves: each text is filled in its own language. For machines the members of
 * `detail` stand, or the English.
 */
export const spokenRefusal = (
  code: ErrorCode,
  said: Partial<Readonly<Record<'limit' | 'got' | 'hint', Said>>>,
  detail: RefusalDetail = {},
): Refusal => {
  const filled = (language: keyof Said): RefusalDetail => ({
    ...detail,
    ...Object.fromEntries(Object.entries(said).map(([name, words]) => [name, words[language]])),
  })
  const { message_zh } = refusal(code, filled('zh'))
  return { ...refusal(code, filled('en')), message_zh, ...detail }
}

/** Code, field and English text: all that is left of a refusal where only the message of an error travels. */
const sentenceOf = ({ code, field, message_en }: Refusal): string =>
  `${code}${field ? ` (${field})` : ''}: ${message_en}`

/** A refusal on its way up; doors turn it into `status` and the bare shape. Several faults may travel together. */
export class RefusalError extends Error {
  readonly refusals: readonly Refusal[]
  readonly status: number

  constructor(first: Refusal, ...more: readonly Refusal[]) {
    super([first, ...more].map(sentenceOf).join('; '))
    this.name = 'RefusalError'
    this.refusals = [first, ...more]
    this.status = TEXTS[first.code].status
  }
}

/** Throws one refusal. */
export const refuse = (code: ErrorCode, detail: RefusalDetail = {}): never => {
  throw new RefusalError(refusal(code, detail))
}
