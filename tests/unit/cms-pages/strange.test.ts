import { describe, expect, it } from 'vitest'
import { FOREIGN_WORDS } from '../../e2e/foreign-words.ts'
import { chineseIn, englishIn, machineIn } from '../../e2e/strange.ts'

describe('DESK-81 what only a program reads', () => {
  it.each([
    ['屏 492dfeed-8ab0-4fe2-9d8d-36dc02328647', 'id: 492dfeed-8ab0-4fe2-9d8d-36dc02328647'],
    ['编号 65f0c2a1b9d3e4f5a6b7c8d9', 'id: 65f0c2a1b9d3e4f5a6b7c8d9'],
    ['屏组 f48a5bb18023fa80', 'hash: f48a5bb18023fa80'],
    ['a3dcdb1858bea87fa14d43ecd06391145c031a01.png', 'hash: a3dcdb1858bea87fa14d43ecd06391145c031a01'],
    ['按 [object Object] 排', 'object: [object Object]'],
    ['按 {{label}} 排', 'format string: {{label}}'],
    ['离岗 general:null', 'key: general:null'],
    ['宽 NaN', 'no value: NaN'],
  ])('DESK-81 in %j it is found', (text, what) => expect(machineIn(text)).toContain(what))

  it('DESK-81 a telephone, a day, a check code and an amount are none of it', () =>
    expect(machineIn('96110 2026年11月30日 19:43 453V-PR8X 30 万元 1280×720')).toEqual([]))
})

describe('DESK-81 English on a Chinese page', () => {
  it.each(['Save', 'Copy URL', 'leftTown', 'Edit 陌生来电', 'Payload · 银盾'])(
    'DESK-81 %s is found',
    (text) => expect(englishIn(text)).toHaveLength(1),
  )

  it('DESK-81 addresses, files as their owners called them, codes and words with a reason are passed over', () =>
    expect(
      englishIn(
        'A4 海报 PDF https://example.com/a?b=c someone@example.com locked-door.png 453V-PR8X P10 LED 屏',
      ),
    ).toEqual([]))

  it('DESK-81 what somebody signs in by is a name where it stands as one, and English elsewhere', () => {
    expect(englishIn('登录名 issuer', new Set(['issuer']))).toEqual([])
    expect(englishIn('登录名 issuer')).toEqual(['English: issuer'])
  })

  it('DESK-81 every allowed word has its reason', () => {
    for (const [word, why] of Object.entries(FOREIGN_WORDS)) expect(why, word).toMatch(/\p{Script=Han}{4}/u)
  })
})

describe('DESK-81 Chinese of the product on an English page', () => {
  it('DESK-81 is found by its phrase', () =>
    expect(chineseIn('Save\n保存 all\nTown')).toEqual(['Chinese: 保存 all']))
})
