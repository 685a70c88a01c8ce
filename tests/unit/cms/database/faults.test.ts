import { describe, expect, it } from 'vitest'
import { faultOfDatabase } from '../../../../cms/database/faults.ts'
import { refusal, RefusalError } from '../../../../src/errors/refusal.ts'

const codeOf = (error: unknown) => faultOfDatabase(error, '/data')?.refusals[0]?.code
const driver = (code: string, message = '') => Object.assign(new Error(message), { code })

describe('faults of the database', () => {
  it('CMS-62 busy and unwritable, also under the query builder that wraps them', () => {
    expect(codeOf(driver('SQLITE_BUSY'))).toBe('DATABASE_BUSY')
    expect(codeOf(new Error('Failed query', { cause: driver('SQLITE_BUSY_SNAPSHOT') }))).toBe('DATABASE_BUSY')
    expect(codeOf(Object.assign(new Error('x'), { codeName: 'WriteConflict' }))).toBe('DATABASE_BUSY')
    expect(codeOf(driver('SQLITE_FULL', 'database or disk is full'))).toBe('DATABASE_READ_ONLY')
    expect(codeOf(new Error('Failed query', { cause: driver('SQLITE_READONLY') }))).toBe('DATABASE_READ_ONLY')
    expect(codeOf(driver('ENOSPC', 'no space left on device, write'))).toBe('DATABASE_READ_ONLY')
    expect(codeOf(new Error('rendition', { cause: driver('EROFS') }))).toBe('DATABASE_READ_ONLY')
    expect(faultOfDatabase(driver('SQLITE_READONLY'), '/data')?.refusals[0]?.hint).toBe('/data')
  })

  it('CMS-62 what is no fault of the database stays what it is', () => {
    expect(codeOf(driver('SQLITE_CONSTRAINT_UNIQUE', 'UNIQUE constraint failed'))).toBeUndefined()
    expect(codeOf(new TypeError('x is not a function'))).toBeUndefined()
    expect(codeOf(null)).toBeUndefined()
    const own = new RefusalError(refusal('NOT_FOUND'))
    expect(faultOfDatabase(own, '/data')).toBe(own)
  })
})
