import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_ALPHABET } from '../../../src/protocol/pairing-code.ts'
import { pairingCode } from '../../../src/session/pairing-code.ts'

describe('pairing code', () => {
  test('SES-13 is eight letters of twenty, shown in two groups of four', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
        fc.pre(random.filter((byte) => byte < 240).length >= 8)
        expect(pairingCode(random)).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
      }),
    )
  })

  test('SES-13 every letter has exactly twelve of the 240 bytes used, the rest are passed over', () => {
    const seen = new Map<string, number>()
    for (let byte = 0; byte < 240; byte += 1) {
      const letter = pairingCode(new Uint8Array(8).fill(byte)).charAt(0)
      seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
    expect([...seen.keys()].sort().join('')).toBe(CODE_ALPHABET)
    expect(new Set(seen.values())).toEqual(new Set([12]))
    expect(() => pairingCode(new Uint8Array(64).fill(240))).toThrow(RangeError)
  })
})
