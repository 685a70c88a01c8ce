import { APIError, Forbidden, NotFound, ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'
import { phraseOf } from '../../../../cms/errors/phrases.ts'
import { translate } from '../../../../cms/errors/translate.ts'
import { refusal, RefusalError } from '../../../../src/errors/refusal.ts'

const codes = (error: unknown) => {
  const { status, refusals } = translate(error, '1234', '/data')
  return [status, ...refusals.map((each) => (each.field ? `${each.code} ${each.field}` : each.code))]
}

describe('translation of errors', () => {
  it('I14 ours pass as they are, also from another copy of the class', () => {
    const own = new RefusalError(refusal('NOT_FOUND'), refusal('TEXT_EMPTY', { field: 'title' }))
    expect(codes(own)).toEqual([404, 'NOT_FOUND', 'TEXT_EMPTY title'])
    expect(codes({ ...own, name: 'RefusalError', status: 404, refusals: own.refusals })).toEqual([
      404,
      'NOT_FOUND',
      'TEXT_EMPTY title',
    ])
  })

  it("I14 Payload's own get our codes", () => {
    expect(codes(new Forbidden())).toEqual([403, 'NOT_ALLOWED'])
    expect(codes(new NotFound())).toEqual([404, 'NOT_FOUND'])
    expect(codes(new APIError('Invalid JSON', 400))).toEqual([400, 'BODY_INVALID'])
    expect(codes(new APIError('File size limit has been reached', 413))).toEqual([
      413,
      'IMAGE_TOO_LARGE file',
    ])
    const fields = [
      { path: 'name', message: '该字段为必填项目。' },
      { path: 'email', message: 'A user with the given email is already registered.' },
      { path: 'width', message: '1 小于允许的最小 值，该最小值为 16。' },
    ]
    expect(codes(new ValidationError({ errors: fields }))).toEqual([
      400,
      'TEXT_EMPTY name',
      'VALUE_TAKEN email',
      'FIELD_INVALID width',
    ])
  })

  it('ADP-15 what a driver cannot be asked is a wrong question; what it cannot be told to write is a fault', () => {
    const bind = (sql: string) =>
      new Error(`Failed query: ${sql}`, { cause: new TypeError('undefined cannot be passed as argument') })
    expect(codes(bind('select "id" from "prints" where "at" > ?'))).toEqual([400, 'FIELD_INVALID'])
    expect(codes(new Error("Can't use $geoWithin"))).toEqual([400, 'FIELD_INVALID'])
    expect(codes(bind('insert into "prints" values (?)'))).toEqual([500, 'INTERNAL'])
    const { refusals } = translate(new APIError('The following path cannot be queried: x', 400), '1', '/data')
    expect(refusals[0]?.message_zh).not.toContain('path')
    expect(refusals[0]?.message_en).toContain('no such field')
  })

  it('PPL-1 a value that another row has is told as that, however little of it the driver’s error still says', () => {
    const duplicate = (more: object, words = 'E11000 duplicate key error') =>
      Object.assign(new Error(words), { name: 'MongoServerError', code: 11000, ...more })
    const said = 'E11000 duplicate key error collection: town.users index: email_1 dup key'
    expect(codes(duplicate({ keyPattern: { email: 1 }, keyValue: { email: 'a@b.cn' } }))).toEqual([
      409,
      'VALUE_TAKEN email',
    ])
    expect(codes(duplicate({ keyPattern: { username: 1 } }))).toEqual([409, 'VALUE_TAKEN username'])
    expect(codes(duplicate({}, said))).toEqual([409, 'VALUE_TAKEN email'])
    expect(codes(duplicate({}, said.replace('email_1', 'screen_1_sequence_1')))).toEqual([
      409,
      'VALUE_TAKEN screen',
    ])
    expect(codes(duplicate({}))).toEqual([409, 'VALUE_TAKEN'])
    // What is left of one that was made anew, and one that is the cause of another.
    expect(codes(new Error(said))).toEqual([409, 'VALUE_TAKEN email'])
    expect(codes(new Error('the write failed', { cause: duplicate({}, said) }))).toEqual([
      409,
      'VALUE_TAKEN email',
    ])
    const sqlite = new Error('SQLITE_CONSTRAINT_UNIQUE: UNIQUE constraint failed: users.check_code')
    expect(codes(new Error('Failed query: insert into "users"', { cause: sqlite }))).toEqual([
      409,
      'VALUE_TAKEN checkCode',
    ])
    const told = JSON.stringify(translate(duplicate({ keyValue: { email: 'a@b.cn' } }), '1', '/data'))
    expect(told).not.toContain('a@b.cn')
    expect(codes(Object.assign(new Error('no'), { code: 112 }))).toEqual([500, 'INTERNAL'])
  })

  it('I14 what nobody foresaw is INTERNAL with a number, and says nothing of itself', () => {
    const { status, refusals } = translate(new TypeError('secret path /root/x.ts'), '1234', '/data')
    expect([status, refusals[0]?.code, refusals[0]?.hint]).toEqual([500, 'INTERNAL', '1234'])
    expect(JSON.stringify(refusals)).not.toContain('secret')
  })

  it("I14 a phrase of Payload's is found in either language and said in both", () => {
    const zh = phraseOf('1 小于允许的最小 值，该最小值为 16。')
    expect(zh).toMatchObject({ key: 'lessThanMin', en: '1 is less than the min allowed 值 of 16.' })
    expect(phraseOf('This field is required.')?.key).toBe('required')
    expect(phraseOf('no such phrase')).toBeUndefined()
  })
})
