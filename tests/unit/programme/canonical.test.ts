import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/programme/canonical.ts'

describe('PRG-1 canonical JSON after RFC 8785', () => {
  it('writes the numbers of the RFC as ECMAScript does', () => {
    const numbers: readonly (readonly [number, string])[] = [
      [0, '0'],
      [-0, '0'],
      [Number.MIN_VALUE, '5e-324'],
      [-Number.MIN_VALUE, '-5e-324'],
      [Number.MAX_VALUE, '1.7976931348623157e+308'],
      [9007199254740992, '9007199254740992'],
      [295147905179352830000, '295147905179352830000'],
      [9.999999999999997e22, '9.999999999999997e+22'],
      [1e23, '1e+23'],
      [1.0000000000000001e23, '1.0000000000000001e+23'],
      [0.000001, '0.000001'],
      [1e-7, '1e-7'],
      [333333333.3333333, '333333333.3333333'],
    ]
    for (const [value, text] of numbers) expect(canonicalJson(value)).toBe(text)
  })

  it('sorts keys by UTF-16 units, as the example of the RFC', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('escapes text as the RFC does', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/银')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/银"')
  })

  it('keeps every JSON value and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        const turned = JSON.parse(text, (_, v: unknown) =>
          v && typeof v === 'object' && !Array.isArray(v)
            ? Object.fromEntries(Object.entries(v).toReversed())
            : v,
        ) as unknown
        expect(canonicalJson(turned)).toBe(text)
      }),
    )
  })

  it.each([
    ['undefined', { a: undefined }],
    ['NaN', [NaN]],
    ['infinity', { a: -Infinity }],
    ['a hole', Array<number>(2)],
    ['a lone high surrogate', '\ud800'],
    ['a lone low surrogate', 'a\udc00'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a function', { a: () => 1 }],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('refuses a circle instead of hanging', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(() => canonicalJson(circle)).toThrow(TypeError)
  })

  it('names the place of the fault', () => {
    expect(() => canonicalJson({ a: { b: [0, NaN] } })).toThrow('a.b[1]')
  })
})
