import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../src/errors/refusal.ts'
import { malformed, orRefusal } from '../../../src/programme/refused.ts'
import { exact, filled, list, matches, oneOf, whole } from '../../../src/shape/shape.ts'

const fault = (): never => malformed('pages.x', 'wanted')

const shape = exact({
  name: filled,
  size: whole(1),
  kind: oneOf(['a', 'b']),
  parts: list(matches(/^x$/, 'an x'), 1, 3),
})
const GOOD = { name: 'n', size: 1, kind: 'a', parts: ['x'] }

describe('I14 a refusal of this room has the shape of all refusals', () => {
  it('is what the error room would have built', () => {
    expect(orRefusal('PROGRAMME_INVALID', fault)).toEqual(
      refusal('PROGRAMME_INVALID', { field: 'pages.x', got: 'pages.x: wanted' }),
    )
    expect(orRefusal('HEAD_INVALID', () => JSON.parse('{'))).toEqual(
      refusal('HEAD_INVALID', { got: 'not JSON' }),
    )
  })

  it.each([
    ['name: text wanted', { ...GOOD, name: '' }],
    ['size: whole number wanted', { ...GOOD, size: 0 }],
    ['kind: one of a, b wanted', { ...GOOD, kind: 'c' }],
    ['parts: list of 1 to 3 wanted', { ...GOOD, parts: [] }],
    ['parts[0]: an x wanted', { ...GOOD, parts: ['y'] }],
    ['more: unknown member', { ...GOOD, more: 1 }],
    ['kind: missing', { name: 'n', size: 1, parts: [] }],
    ['value: object wanted', []],
  ])('I14 says %s', (got, value) => {
    expect(orRefusal('PROGRAMME_INVALID', () => shape(value, ''))).toMatchObject({ got })
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
