import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_ALPHABET, pairingCode, typedCode } from '../../../src/session/pairing-code.ts'

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

  test('SES-14 what people type is read with small letters, spaces, wide letters and any dash', () => {
    for (const typed of ['bcdfghjk', 'BCDF-GHJK', ' bcdf ghjk ', 'ＢＣＤＦ－ＧＨＪＫ', 'b.c.d.f—g_h_j_k']) {
      expect(typedCode(typed)).toBe('BCDF-GHJK')
    }
    for (const typed of ['', 'BCDF-GHJ', 'BCDF-GHJA', 'BCDFGHJKL', '12345678'])
      expect(typedCode(typed)).toBeNull()
  })
})
