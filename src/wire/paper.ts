import type { ErrorCode } from '../errors/codes.ts'
import { refusal, type Refusal } from '../errors/refusal.ts'
import { utf8Length } from '../programme/bytes.ts'
import { canonicalJson } from '../programme/canonical.ts'
import { exact, Misfit, misfit, oneOf, type Read } from '../shape/shape.ts'

/** A kind of what is signed or named: exactly these members, exactly one spelling, at most so many bytes. */
export type Paper<T> = {
  readonly domain: string
  readonly limit: number
  readonly fits: (value: T) => boolean
  /** Throws RangeError for what `read` would refuse: nothing is signed that nobody would read. */
  readonly write: (value: T) => string
  readonly read: (body: string) => T | Refusal
}

type Kind<T> = {
  readonly domain: string
  readonly limit: number
  /** Of the refusal of what is none. */
  readonly code: ErrorCode
  readonly members: { readonly [K in keyof T]-?: Read<unknown> }
  /** What no member says by itself: the path of the member that is wrong, or null. */
  readonly unsound?: (value: T) => string | null
}

const refused = (code: ErrorCode, field: string): Refusal => refusal(code, { field, got: field })

const failure = (code: ErrorCode, fault: unknown): Refusal => {
  if (fault instanceof Misfit) return refused(code, fault.path || 'body')
  // No JSON, or a half character where no spelling is canonical.
  if (fault instanceof SyntaxError || fault instanceof TypeError) return refused(code, 'body')
  throw fault
}

export const paper = <T extends object>({ domain, limit, code, members, unsound }: Kind<T>): Paper<T> => {
  const shape = exact<T & { readonly is: string }>({ ...members, is: oneOf([domain]) } as never)
  const read = (body: string): T | Refusal => {
    try {
      // In units first: what is far too long is not even counted.
      if (body.length > limit || utf8Length(body) > limit) return refused(code, 'body')
      const value = shape(JSON.parse(body), '')
      if (canonicalJson(value) !== body) return refused(code, 'body')
      const path = unsound ? unsound(value) : null
      return path === null ? value : misfit(path, undefined, 'that')
    } catch (fault) {
      return failure(code, fault)
    }
  }
  const spelt = (value: T): string => canonicalJson({ ...value, is: domain })
  const fits = (value: T): boolean => utf8Length(spelt(value)) <= limit
  const write = (value: T): string => {
    const body = spelt(value)
    const back = read(body)
    if ('message_zh' in back) throw new RangeError(`${domain}: ${String((back as Refusal).field)}`)
    return body
  }
  return { domain, limit, fits, read, write }
}
