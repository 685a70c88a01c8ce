import fc from 'fast-check'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { enrolmentUri, newRecoveryCodes, newSecret, stepOf } from '../../../../cms/factors/one-time.ts'
import { typedCode } from '../../../../src/model/one-time-code.ts'

/** Of RFC 6238, appendix B, SHA-1: seconds, and the last six of the eight digits that stand there. */
const VECTORS = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const
const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32
const codeAt = (secret: string, step: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * 30_000 })

describe('PPL-10 one-time codes', () => {
  it.each(VECTORS)('PPL-10 RFC 6238 at %i seconds: %s', (seconds, code) => {
    expect(stepOf(RFC_SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })

  it('PPL-10 one period earlier and later is the same, two are not', () => {
    const now = 1_800_000_015_000
    const step = Math.floor(now / 30_000)
    const taken = [-2, -1, 0, 1, 2].map((away) => stepOf(RFC_SECRET, codeAt(RFC_SECRET, step + away), now))
    expect(taken).toEqual([null, step - 1, step, step + 1, null])
  })

  it('PPL-10 a code counts for its own secret and its own periods alone', () => {
    const secrets = Array.from({ length: 8 }, newSecret)
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        fc.constantFrom(...secrets),
        fc.integer({ min: 50_000_000, max: 60_000_000 }),
        fc.integer({ min: -40, max: 40 }),
        (own, other, step, away) => {
          const code = codeAt(own, step + away)
          const at = stepOf(other, code, step * 30_000)
          // Of a million codes three are right: a hit by chance is one of those, told by the code itself.
          if (at !== null) expect(codeAt(other, at)).toBe(code)
          if (own === other && Math.abs(away) <= 1) expect(at).not.toBeNull()
          if (at !== null) expect(Math.abs(at - step)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('PPL-10 nothing else is a code, whatever was typed', () => {
    for (const odd of ['', '12345', '1234567', 'abcdef', '-12345', '1e5', '99999999'])
      expect(stepOf(RFC_SECRET, odd, 59_000)).toBeNull()
  })

  it('PPL-10 a secret has 160 bits, and the app is told whose it is', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
    const uri = new URL(enrolmentUri('JBSWY3DPEHPK3PXP', '郑签发'))
    expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
      'otpauth:',
      'JBSWY3DPEHPK3PXP',
      '银盾',
    ])
    expect(decodeURIComponent(uri.pathname)).toContain('郑签发')
  })

  it('PPL-10 ten recovery codes, all different, each read as one', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(typedCode(code)).toEqual({ is: 'recovery', code })
  })
})
