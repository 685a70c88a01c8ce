import { describe, expect, it } from 'vitest'
import {
  FRESH_MINUTES,
  inFours,
  isFresh,
  recoveryShown,
  typedCode,
} from '../../../src/model/one-time-code.ts'

describe('PPL-10 codes as people type them', () => {
  it.each([
    ['123456', 'one-time', '123456'],
    [' 123 456 ', 'one-time', '123456'],
    ['１２３４５６', 'one-time', '123456'],
    ['ABCDE-fghjk', 'recovery', 'abcdefghjk'],
    ['abcde fghjk', 'recovery', 'abcdefghjk'],
    ['abcde—23456', 'recovery', 'abcde23456'],
  ])('PPL-10 %j is a code', (typed, is, code) => expect(typedCode(typed)).toEqual({ is, code }))

  it.each([
    '',
    '12345',
    '1234567',
    '12345a',
    '١٢٣٤٥٦',
    'abcde-fghj',
    'abcde-fghj0',
    'abcde-fghjkk',
    '%',
    '123456\u0000',
  ])('PPL-10 %j is none', (typed) => expect(typedCode(typed)).toBeNull())

  it('PPL-10 what is shown is read back as it was', () => {
    expect(typedCode(recoveryShown('abcdefghjk'))).toEqual({ is: 'recovery', code: 'abcdefghjk' })
    expect(inFours('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP')
  })

  it('PPL-12 a proof is fresh for fifteen minutes, and never from the future', () => {
    const minute = 60_000
    const [at, most] = [1_000 * minute, FRESH_MINUTES * minute]
    expect([0, most, most + 1, -1].map((passed) => isFresh(at, at + passed))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(isFresh(null, at)).toBe(false)
  })
})
