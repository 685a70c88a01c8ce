import fc from 'fast-check'
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
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(
          JSON.stringify(value).replace(/\\u[0-9a-f]{4}|\\[bf]|\u007f/gi, ''),
        ) as unknown
        const once = cleanTexts(plain, '')
        expect(JSON.stringify(once)).toBe(JSON.stringify(plain).normalize('NFC'))
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
