import { refuse } from '../../src/errors/refusal.ts'

/** Passwords are left as they are typed, and so are the bytes of a file. */
const AS_TYPED = new Set(['password', 'confirm-password'])
// oxlint-disable-next-line no-control-regex
/** Controls but tab and line ends, which the story has. */
const CONTROL = /[^\P{Cc}\t\n\r\u0080-\u009f]/u

const codePoint = (char: string): string =>
  `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

const cleanWord = (value: string, field: string): string => {
  if (/\p{Cs}/u.test(value)) return refuse('TEXT_NOT_UNICODE', { field })
  const found = CONTROL.exec(value)?.[0]
  if (found !== undefined) {
    return refuse('TEXT_CONTROL_CHAR', { field, got: codePoint(found) })
  }
  return value.normalize('NFC')
}

/** A text of one line: tabs and line ends are controls in it too. */
export const cleanName = (value: string, field: string): string => {
  const found = /\p{Cc}/u.exec(value)?.[0]
  if (found !== undefined) return refuse('TEXT_CONTROL_CHAR', { field, got: codePoint(found) })
  return cleanWord(value, field)
}

export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** Nothing we keep is nested half as deep; a body of brackets alone would use up the stack (I14). */
const DEEPEST = 32

/**
 * All texts within a value, in NFC; refuses what is not well-formed Unicode, holds control characters, or is nested
 * without end.
 */
export const cleanTexts = (value: unknown, path: string, depth = 0): unknown => {
  if (depth > DEEPEST) return refuse('BODY_INVALID')
  if (typeof value === 'string') return cleanWord(value, path)
  if (Array.isArray(value)) return value.map((item, i) => cleanTexts(item, `${path}.${i}`, depth + 1))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      AS_TYPED.has(name) ? item : cleanTexts(item, path ? `${path}.${name}` : name, depth + 1),
    ]),
  )
}
