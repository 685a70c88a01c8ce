import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loggable } from '../../../src/errors/loggable.ts'

const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name }, more)

/** As Drizzle makes it: statement, values and the driver's own error in one. */
const failedQuery = (values: readonly string[]): Error =>
  named('Error', `Failed query: update "users" set "hash" = ?\nparams: ${values.join(',')}`, {
    query: 'update "users" set "hash" = ?',
    params: values,
    cause: named('LibsqlError', 'SQLITE_BUSY: database is locked', { code: 'SQLITE_BUSY' }),
  })

describe('LOG-1 an error as a log may hold it', () => {
  it('LOG-1 a failed statement is told without its values', () => {
    const told = loggable(failedQuery(['5f4dcc3b', 'salt\n    at first.line (x.js:1)']))
    expect(told).toMatchObject({
      message: 'Failed query: update "users" set "hash" = ?',
      cause: { type: 'LibsqlError', code: 'SQLITE_BUSY', message: 'SQLITE_BUSY: database is locked' },
    })
    expect(JSON.stringify(told)).not.toMatch(/5f4dcc3b|salt|first\.line/)
    expect(told.stack).toMatch(/loggable\.test\.ts/)
  })

  it.each([
    [
      'MongoServerError',
      'E11000 duplicate key error collection: t.users index: email_1 dup key: { email: "li@town.example" }',
    ],
    ['CastError', 'Cast to ObjectId failed for value "li@town.example" (type string) at path "_id"'],
    ['ValidationError', 'users validation failed: age: Path `li@town.example` is no number'],
    ['Error', "Failed query: select * from x where y = 'li@town.example' and z = ?\nparams: li@town.example"],
  ])('LOG-1 %s: the driver repeats the value, the log does not', (name, message) => {
    const told = loggable(named(name, message, { keyValue: { email: 'li@town.example' } }))
    expect(JSON.stringify(told)).not.toContain('li@town')
    expect(told.message.length).toBeGreaterThan(10)
  })

  it('LOG-1 whatever the values are, none is told', () => {
    const secret = fc.string({ minLength: 6, maxLength: 40 }).map((text) => `§${text}§`)
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), (values) => {
        expect(JSON.stringify(loggable(failedQuery(values)))).not.toContain('§')
      }),
    )
  })

  it('LOG-1 anything can be thrown, and a circle of causes ends', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => void loggable(thrown)))
    const round: Error & { cause?: unknown } = new Error('round')
    round.cause = round
    expect(loggable(round).type).toBe('Error')
  })
})
