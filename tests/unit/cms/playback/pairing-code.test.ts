import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCode, plainFingerprint } from '../../../../cms/playback/pairing-code.ts'
import { pairingCode } from '../../../../src/session/pairing-code.ts'

describe('pairing code', () => {
  it('CMS-50 a code is the same however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64, max: 239 }), (random) => {
        const code = pairingCode(random)
        const plain = plainCode(code)
        expect(plain).toMatch(/^[B-Z]{8}$/)
        for (const typed of [code.toLowerCase(), ` ${code.replace('-', ' － ')} `, code.replace('-', '')])
          expect(plainCode(typed)).toBe(plain)
      }),
    )
  })

  it('CMS-50 fingerprints are compared by their digits', () => {
    expect(plainFingerprint('abcd 1234')).toBe(plainFingerprint('ABCD-1234'))
    expect(plainFingerprint('ABCD 1235')).not.toBe(plainFingerprint('ABCD 1234'))
  })
})
