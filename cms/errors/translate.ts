import { APIError, ValidationError, type ValidationFieldError } from 'payload'
import { refusal, RefusalError, type Refusal } from '../../src/errors/refusal.ts'
import { TEXTS } from '../../src/errors/codes.ts'
import { faultOfDatabase } from '../database/faults.ts'
import { phraseOf } from './phrases.ts'

export type ErrorAnswer = { readonly status: number; readonly refusals: readonly Refusal[] }

type Named = { name?: unknown; status?: unknown; message?: unknown }

/** Payload's own errors by name: they come from another copy of the class where Next bundles it. */
const BY_NAME: Record<string, Refusal> = {
  Forbidden: refusal('NOT_ALLOWED'),
  UnauthorizedError: refusal('NOT_SIGNED_IN'),
  AuthenticationError: refusal('LOGIN_WRONG'),
  LockedAuth: refusal('LOGIN_LOCKED'),
  UnverifiedEmail: refusal('LOGIN_WRONG'),
  Locked: refusal('ROW_LOCKED'),
  NotFound: refusal('NOT_FOUND'),
  MissingFile: refusal('TEXT_EMPTY', { field: 'file' }),
  InvalidFileType: refusal('IMAGE_TYPE_NOT_ALLOWED', { field: 'file', got: '' }),
  FileUploadError: refusal('IMAGE_FAILED', { field: 'file' }),
  FileRetrievalError: refusal('IMAGE_FAILED', { field: 'file' }),
  ErrorDeletingFile: refusal('IMAGE_FAILED', { field: 'file' }),
  CastError: refusal('FIELD_INVALID', { got: '' }),
}

/** What is told by its status alone. */
const BY_STATUS: Readonly<Record<number, Refusal>> = {
  401: refusal('NOT_SIGNED_IN'),
  403: refusal('NOT_ALLOWED'),
  404: refusal('NOT_FOUND'),
  405: refusal('ROUTE_UNKNOWN'),
  409: refusal('VALUE_TAKEN'),
  413: refusal('BODY_TOO_LARGE', { limit: '42 MB' }),
  415: refusal('BODY_INVALID'),
  416: refusal('RANGE_INVALID'),
  422: refusal('BODY_INVALID'),
  423: refusal('ROW_LOCKED'),
  429: refusal('TOO_MANY_REQUESTS'),
  501: refusal('ROUTE_UNKNOWN'),
  503: refusal('DATABASE_BUSY'),
}

/** A field that is wrong in a way only Payload's phrase tells; said in both languages. */
const invalid = (field: string, zh: string, en: string): Refusal => ({
  ...refusal('FIELD_INVALID', { ...(field && { field }), got: zh }),
  message_en: refusal('FIELD_INVALID', { got: en }).message_en,
})

const TAKEN = new Set(['valueMustBeUnique', 'userEmailAlreadyRegistered', 'usernameAlreadyRegistered'])

const fieldFault = ({ path, message }: ValidationFieldError): Refusal => {
  const field = path ?? ''
  const phrase = phraseOf(message)
  if (!phrase) {
    const en = /\p{Script=Han}/u.test(message) ? 'check what stands there' : message
    return invalid(field, '请检查填写的内容', en)
  }
  const { key, zh, en, values } = phrase
  if (key === 'required') return refusal('TEXT_EMPTY', { field })
  if (TAKEN.has(key)) return refusal('VALUE_TAKEN', { field })
  const limit = values['maxLength']
  if (key === 'shorterThanMax' && limit) return refusal('TEXT_TOO_LONG', { field, limit, got: `> ${limit}` })
  return invalid(field, zh.replace(/。$/u, ''), en.replace(/\.$/u, ''))
}

const validationOf = (error: unknown): readonly ValidationFieldError[] | undefined => {
  const named = error as Named & { data?: { errors?: unknown } }
  const isOne = error instanceof ValidationError || named?.name === 'ValidationError'
  const errors = named?.data?.errors
  return isOne && Array.isArray(errors) ? (errors as ValidationFieldError[]) : undefined
}

/**
 * A query the driver cannot be given: a value that is no date for a date, an object for a text, an operator of
 * another kind of field.
 */
const UNASKABLE =
  /^Failed query: select .*(?:cannot be passed as argument|can only bind|datatype mismatch)|operators\[\w+\] is not a function|^Can't use \$\w+|^Not supported\n/su
const PATHS = /paths? cannot be (?:queried|found): (.*)$/isu

/** A text that claimed to be JSON; where it stood, its own error does not say. */
export const isJsonFault = (error: unknown): boolean => {
  const { name, message } = (error ?? {}) as Named
  return name === 'SyntaxError' && String(message).includes('JSON')
}

/** A row whose link leads nowhere, by a door that did not look. */
const DANGLING = /FOREIGN KEY constraint/iu

/** What a driver says of a value that another row has already, and in which words it names the index. */
const MONGO_TAKEN = new Set([11000, 11001])
const MONGO_INDEX = /\bindex: (?:\S*\.\$)?(\w+?)_-?1(?:_|\b)/u
const SQLITE_TAKEN = /UNIQUE constraint failed: (?:index '([^']*)'|\w+\.(\w+))/iu

type Driven = Named & { code?: unknown; keyValue?: unknown; keyPattern?: unknown; cause?: unknown }

const firstKey = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? Object.keys(value)[0] : undefined

/** As fields are called: columns are written with underscores, versions stand under a name of their own. */
const fieldOf = (column: string): string =>
  column
    .replace(/^version[._]+/u, '')
    .replace(/_id$/u, '')
    .replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())

/**
 * A unique index stood in the way: of whichever row, by whichever driver, and however much of it the error still says.
 * The value itself is never told.
 */
const takenIn = (error: unknown, depth = 0): Refusal | undefined => {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined
  const { code, keyValue, keyPattern, message, cause } = error as Driven
  const words = String(message ?? '')
  if (MONGO_TAKEN.has(Number(code)) || /^E1100[01] duplicate key/u.test(words)) {
    const field = firstKey(keyPattern) ?? firstKey(keyValue) ?? MONGO_INDEX.exec(words)?.[1]
    return refusal('VALUE_TAKEN', field === undefined ? {} : { field: fieldOf(field) })
  }
  const found = SQLITE_TAKEN.exec(words)
  if (found) return refusal('VALUE_TAKEN', found[2] === undefined ? {} : { field: fieldOf(found[2]) })
  return takenIn(cause, depth + 1)
}

/** Plain `APIError`s that a body or a query can cause, told apart by their English words. */
const ofWords = (message: string): Refusal | undefined => {
  if (/invalid json|unexpected (token|end)|not valid json/iu.test(message)) return refusal('BODY_INVALID')
  if (/malformed part header/iu.test(message)) return refusal('FILE_NAME_INVALID', { field: 'file' })
  if (/^missing (email|username)/iu.test(message)) return refusal('TEXT_EMPTY', { field: 'email' })
  if (/^no user$/iu.test(message)) return refusal('NOT_SIGNED_IN')
  if (/file name is required/iu.test(message)) return refusal('TEXT_EMPTY', { field: 'file' })
  if (/size limit has been reached/iu.test(message))
    return refusal('IMAGE_TOO_LARGE', { field: 'file', limit: 40, got: '> 40' })
  if (
    /multipart|boundary|form ?data|aborted|upload ?(?:config\.)?handlers?|'collectionSlug'|not eligible for file upload|malformed content type/iu.test(
      message,
    )
  )
    return refusal('BODY_INVALID')
  const [, paths] = PATHS.exec(message) ?? []
  if (paths !== undefined)
    return invalid(paths.slice(0, 200), '没有这一栏，或不能按它查', 'no such field, or not to be searched by')
  if (/path .* (invalid|not)|invalid id|cast to/iu.test(message))
    return invalid('', '请检查填写的内容', message.slice(0, 200))
  return undefined
}

/**
 * What any error means to the person who caused it: our refusals as they are, Payload's by name, the database's by
 * its driver's words; all else is INTERNAL with the number under which the log holds the truth (I14).
 */
export const translate = (error: unknown, number: string, dataDir: string): ErrorAnswer => {
  if (error instanceof RefusalError || (error as Named)?.name === 'RefusalError') {
    const { status, refusals } = error as RefusalError
    return { status, refusals }
  }
  const fields = validationOf(error)
  if (fields?.length) return told(fields.map(fieldFault))
  const taken = takenIn(error)
  if (taken) return told([taken])
  const database = faultOfDatabase(error, dataDir)
  if (database) return { status: database.status, refusals: database.refusals }
  const { name, message, status } = (error ?? {}) as Named
  const { cause } = (error ?? {}) as { cause?: Named | null }
  if (UNASKABLE.test(`${String(message)}\n${String(cause?.message)}`))
    return told([invalid('', '不能这样查', 'this cannot be asked')])
  if (DANGLING.test(`${String(message)}\n${String(cause?.message)}`)) return told([refusal('LINK_UNKNOWN')])
  const known = BY_NAME[String(name)] ?? ofWords(String(message ?? ''))
  if (known) return told([known])
  const asked = error instanceof APIError || typeof status === 'number' ? Number(status) : 500
  const byStatus = BY_STATUS[asked]
  if (byStatus) return told([byStatus])
  if (asked >= 400 && asked < 500)
    return {
      status: asked,
      refusals: [invalid('', '请检查填写的内容', String(message ?? '').slice(0, 200))],
    }
  return told([refusal('INTERNAL', { hint: number })])
}

const told = (refusals: readonly Refusal[]): ErrorAnswer => {
  const first = refusals[0]
  return { status: first ? TEXTS[first.code].status : 500, refusals }
}
