import { describe, expect, it } from 'vitest'
import { passwordFaults } from '../../../src/model/password.ts'

const WANG = { username: 'wangfang', name: '王芳' }

describe('PPL-3 what a password must be', () => {
  it.each([
    'correct horse battery',
    'k7mpx-3xqhd-9wtdv',
    '我家门前有两棵老槐树',
    'Tea at 4 with Li',
    'a password of ten',
  ])('PPL-3 %j will do', (password) => expect(passwordFaults(password, WANG)).toEqual([]))

  it.each([
    ['', ['PASSWORD_TOO_SHORT']],
    ['tiny 7 lo', ['PASSWORD_TOO_SHORT']],
    ['13800138000', ['PASSWORD_ONLY_DIGITS', 'PASSWORD_TOO_COMMON']],
    ['13812345678', ['PASSWORD_ONLY_DIGITS']],
    ['１３８００１３８０４５', ['PASSWORD_ONLY_DIGITS']],
    ['1111111111', ['PASSWORD_ONLY_DIGITS', 'PASSWORD_TOO_COMMON']],
    ['Password2026!', ['PASSWORD_TOO_COMMON']],
    ['WoAiNi1314520', ['PASSWORD_TOO_COMMON']],
    ['1qaz2wsx3edc', ['PASSWORD_TOO_COMMON']],
    ['abcabcabcabc', ['PASSWORD_TOO_COMMON']],
    ['admin@123456', ['PASSWORD_TOO_COMMON']],
    ['WangFang2026#', ['PASSWORD_HOLDS_NAME']],
    ['王芳的银盾密码很长', ['PASSWORD_TOO_SHORT', 'PASSWORD_HOLDS_NAME']],
  ])('PPL-3 %j: %j', (password, faults) => expect(passwordFaults(password, WANG)).toEqual(faults))

  it('PPL-3 a name of one character rules nothing out', () => {
    expect(passwordFaults('correct horse battery', { username: 'c', name: '王' })).toEqual([])
    expect(passwordFaults('correct horse battery', { username: null, name: null })).toEqual([])
  })
})
