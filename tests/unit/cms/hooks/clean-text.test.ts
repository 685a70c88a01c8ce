import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanTexts } from '../../../../cms/hooks/clean-text.ts'

const codeOf = (work: () => unknown) => {
  try {
    work()
    return undefined
  } catch (error) {
    const { code, field } = (error as { refusals: { code: string; field?: string }[] }).refusals[0] ?? {}
    return `${code} ${field}`
  }
}

describe('clean texts', () => {
  it('CMS-33 every text of a body is NFC, and all else is untouched', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'e\u0301', '\u00e9', '骗', '😀', ' ', '\n') })
    const body = fc.array(
      fc.record({ title: word, steps: fc.array(word), count: fc.integer(), none: fc.constant(null) }),
    )
    fc.assert(
      fc.property(body, (value) => {
        const once = cleanTexts(value, '')
        expect(JSON.stringify(once)).toBe(JSON.stringify(value).normalize('NFC'))
        expect(cleanTexts(once, '')).toEqual(once)
      }),
    )
  })

  it('CMS-33 control characters and lone surrogates are refused at their field', () => {
    expect(codeOf(() => cleanTexts({ steps: [{ heSays: 'a\u0000' }] }, ''))).toBe(
      'TEXT_CONTROL_CHAR steps.0.heSays',
    )
    expect(codeOf(() => cleanTexts({ title: '\ud83d' }, ''))).toBe('TEXT_NOT_UNICODE title')
    expect(cleanTexts({ story: 'a\nb\tc', emoji: '😀' }, '')).toEqual({ story: 'a\nb\tc', emoji: '😀' })
  })

  it('CMS-33 a password is kept as typed, and dates, files and bytes pass', () => {
    const date = new Date(0)
    const bytes = new Uint8Array([1])
    expect(cleanTexts({ password: 'e\u0301', date, bytes }, '')).toEqual({ password: 'e\u0301', date, bytes })
  })
})
