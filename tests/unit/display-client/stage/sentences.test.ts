import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from '../../../../display-client/stage/sentences.ts'

describe('sentences', () => {
  test('PLY-31 a trouble is told in words of the player, and none of another', () => {
    const own = new Set(
      ['SCREEN_REPLACED', 'PROOF_INVALID', 'VERSION_UNSUPPORTED', 'TOWN_KEY_CHANGED', 'HEAD_INVALID', ''].map(
        sentenceOf,
      ),
    )
    expect(own.size).toBe(6)
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('GOV_IS_CORRUPT', 'toString', '__proto__')),
        (code) => {
          expect(sentenceOf(code)).toBe(sentenceOf(''))
        },
      ),
    )
  })
})
