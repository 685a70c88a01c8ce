import { describe, expect, it } from 'vitest'
import { refusal } from '../../../src/errors/refusal.ts'
import { Malformed } from '../../../src/programme/check.ts'
import { isRefusal, orRefusal } from '../../../src/programme/refused.ts'

const fault = (): never => {
  throw new Malformed('pages.x', 'wanted')
}

describe('I14 a refusal of this room has the shape of all refusals', () => {
  it('is what the error room would have built', () => {
    expect(orRefusal('PROGRAMME_INVALID', fault)).toEqual(
      refusal('PROGRAMME_INVALID', { field: 'pages.x', got: 'pages.x: wanted' }),
    )
    expect(orRefusal('HEAD_INVALID', () => JSON.parse('{'))).toEqual(
      refusal('HEAD_INVALID', { got: 'not JSON' }),
    )
  })

  it('tells refusals from values and lets other faults through', () => {
    expect(isRefusal({ format: 1 })).toBe(false)
    expect(isRefusal(refusal('HEAD_INVALID'))).toBe(true)
    expect(() =>
      orRefusal('HEAD_INVALID', () => {
        throw new RangeError('ours')
      }),
    ).toThrow(RangeError)
  })
})
