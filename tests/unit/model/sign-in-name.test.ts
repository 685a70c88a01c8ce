import { describe, expect, it } from 'vitest'
import { foldedSignIn, isSignInName, SIGN_IN_NAME_MOST } from '../../../src/model/sign-in-name.ts'

describe('PPL-1 the name by which a person signs in', () => {
  it.each([
    [' Zhou ', 'zhou'],
    ['ＺＨＯＵ１', 'zhou1'],
    ['周小敏', '周小敏'],
    ['⼈', '人'],
  ])('PPL-1 %j is folded to %j, and again to the same', (typed, folded) => {
    expect(foldedSignIn(typed)).toBe(folded)
    expect(foldedSignIn(folded)).toBe(folded)
    expect(isSignInName(folded)).toBe(true)
  })

  it.each([
    '',
    'a b',
    'a@b.cn',
    'a.b',
    'a_b',
    'zhou\u200b',
    'сergei',
    'é',
    '周·敏',
    'a'.repeat(SIGN_IN_NAME_MOST + 1),
  ])('PPL-1 %j is none', (typed) => expect(isSignInName(foldedSignIn(typed))).toBe(false))

  it('PPL-1 hanzi are counted as people count them', () => {
    expect(isSignInName('𠮷'.repeat(SIGN_IN_NAME_MOST))).toBe(true)
  })
})
