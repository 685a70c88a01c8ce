import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heardTrouble } from '../../../../display-client/core/troubles.ts'
import { refusal } from '../../../../src/errors/refusal.ts'

describe('troubles', () => {
  test('PLY-31 a refusal that is known is kept by its code, any other is one and the same', () => {
    expect(heardTrouble('SCREEN_REPLACED')).toEqual(refusal('SCREEN_REPLACED'))
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('GOV_IS_CORRUPT', 'constructor', '__proto__')),
        (code) => {
          expect(heardTrouble(code)).toEqual(refusal('SERVER_REFUSED'))
        },
      ),
    )
  })
})
