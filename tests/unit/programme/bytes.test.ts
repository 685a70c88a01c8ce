import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Length } from '../../../src/programme/bytes.ts'
import { anyText } from '../../builders/text.ts'

describe('utf8Length', () => {
  it('counts what an encoder writes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, 'utf8'))
      }),
    )
    expect(utf8Length('银盾 é😀')).toBe(Buffer.byteLength('银盾 é😀'))
  })
})
