import * as payload from 'payload'
import { describe, expect, it } from 'vitest'
import { translate } from '../../../../cms/errors/translate.ts'

/** What an error of each of Payload's classes means to who caused it. */
const MEANINGS: Readonly<Record<string, string>> = {
  APIError: '500 INTERNAL',
  AuthenticationError: '401 LOGIN_WRONG',
  ErrorDeletingFile: '422 IMAGE_FAILED file',
  FileRetrievalError: '422 IMAGE_FAILED file',
  FileUploadError: '422 IMAGE_FAILED file',
  Forbidden: '403 NOT_ALLOWED',
  Locked: '423 ROW_LOCKED',
  LockedAuth: '401 LOGIN_LOCKED',
  MissingFile: '400 TEXT_EMPTY file',
  NotFound: '404 NOT_FOUND',
  QueryError: '400 FIELD_INVALID x',
  UnauthorizedError: '401 NOT_SIGNED_IN',
  UnverifiedEmail: '401 LOGIN_WRONG',
  ValidationError: '400 TEXT_EMPTY name',
}

/** Of these a start with a wrong configuration dies; no request meets them. */
const AT_START = [
  'DuplicateCollection',
  'DuplicateFieldName',
  'DuplicateGlobal',
  'InvalidConfiguration',
  'InvalidFieldName',
  'InvalidFieldRelationship',
  'MissingCollectionLabel',
  'MissingEditorProp',
  'MissingFieldInputOptions',
  'MissingFieldType',
  'ReservedFieldName',
  'TimestampsRequired',
]

const STATUSES: Readonly<Record<number, string>> = {
  400: '400 FIELD_INVALID',
  401: '401 NOT_SIGNED_IN',
  403: '403 NOT_ALLOWED',
  404: '404 NOT_FOUND',
  405: '404 ROUTE_UNKNOWN',
  409: '409 VALUE_TAKEN',
  413: '413 BODY_TOO_LARGE',
  415: '400 BODY_INVALID',
  416: '416 RANGE_INVALID',
  422: '400 BODY_INVALID',
  423: '423 ROW_LOCKED',
  429: '429 TOO_MANY_REQUESTS',
  500: '500 INTERNAL',
  501: '404 ROUTE_UNKNOWN',
  503: '503 DATABASE_BUSY',
}

type Made = new (...args: readonly unknown[]) => Error
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  APIError: ['words nobody foresaw'],
  QueryError: [[{ path: 'x' }]],
  UnverifiedEmail: [{}],
  ValidationError: [{ errors: [{ path: 'name', message: 'This field is required.' }] }],
}

const classes = Object.entries(payload).filter(
  ([, one]) =>
    typeof one === 'function' && (one === payload.APIError || one.prototype instanceof payload.APIError),
) as [string, Made][]

const told = (error: unknown): string => {
  const { status, refusals } = translate(error, '1234', '/data')
  const [first] = refusals
  expect(first?.message_zh).toMatch(/\p{Script=Han}/u)
  expect(first?.message_en).not.toMatch(/\p{Script=Han}/u)
  return `${status} ${first?.code ?? ''} ${first?.field ?? ''}`.trim()
}

describe("Payload's errors", () => {
  it('CMS-7 every class of error Payload has is said by a code of ours, in both languages', () => {
    expect(classes.length).toBeGreaterThan(15)
    for (const [name, One] of classes.filter(([one]) => !AT_START.includes(one))) {
      const error = new One(...(ARGUMENTS[name] ?? []))
      expect(told(error), name).toBe(MEANINGS[name])
      // Where Next bundles it, it is another class of the same name.
      const { data, message, name: said, status } = error as Error & { data?: unknown; status?: number }
      expect(told({ data, message, name: said, status }), `${name} of another copy`).toBe(MEANINGS[name])
    }
  })

  it('CMS-7 so is every status, whatever its words', () => {
    for (const [status, meaning] of Object.entries(STATUSES)) {
      const words = 'words nobody foresaw'
      expect(told(new payload.APIError(words, Number(status))), status).toBe(meaning)
      expect(told(Object.assign(new Error(words), { status: Number(status) })), status).toBe(meaning)
    }
  })

  it('CMS-7 a question that only one of the databases can be asked is a wrong one', () => {
    expect(told(new payload.APIError('Not supported'))).toBe('400 FIELD_INVALID')
  })
})
