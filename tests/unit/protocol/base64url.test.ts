import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64Url, toBase64Url } from '../../../src/protocol/base64url.ts'

describe('base64url', () => {
  test('PRO-2 agrees with Node for every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url')
        expect(toBase64Url(bytes)).toBe(text)
        expect(fromBase64Url(text)).toEqual(bytes)
      }),
    )
  })

  test('PRO-2 one text per byte string: spare bits, padding, foreign characters and odd lengths are refused', () => {
    for (const text of ['AB', 'AAB', 'AA==', 'A', 'A+', 'A/', 'A ', 'é'])
      expect(fromBase64Url(text)).toBeNull()
  })

  test('PRO-2 what decodes encodes back to the same text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = fromBase64Url(text)
        if (bytes) expect(toBase64Url(bytes)).toBe(text)
      }),
    )
  })
})
