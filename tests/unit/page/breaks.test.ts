import { describe, expect, it } from 'vitest'
import { BAD, breakCosts, LAST_RESORT, NEVER } from '../../../src/page/breaks.ts'
import { glyphsOf } from '../../../src/page/glyphs.ts'

const costAt = (text: string, before: string, accent = ''): number =>
  breakCosts(glyphsOf(text, accent))[Array.from(text).indexOf(before)] ?? NEVER

describe('breaks', () => {
  it('PAGE-3 never before a closing mark or after an opening one', () => {
    expect(costAt('钱，走', '，')).toBe(NEVER)
    expect(costAt('说“来', '来')).toBe(NEVER)
    expect(costAt('好”走', '”')).toBe(NEVER)
  })

  it('PAGE-4 numbers, dashes and the accent phrase only as a last resort', () => {
    expect(breakCosts(glyphsOf('打96110'))[3]).toBe(LAST_RESORT)
    expect(costAt('交3万', '万')).toBe(LAST_RESORT)
    expect(breakCosts(glyphsOf('等——走'))[2]).toBe(LAST_RESORT)
    expect(costAt('返了两个月走', '个', '两个月')).toBeGreaterThanOrEqual(LAST_RESORT)
    expect(breakCosts(glyphsOf('共1,000元'))[3]).toBe(LAST_RESORT)
  })

  it('free after a pause, cheap at phrase ends, dear inside a word', () => {
    expect(costAt('来电，要钱', '要')).toBe(0)
    expect(costAt('天上 掉', '掉')).toBe(0)
    expect(costAt('高息是骗局', '是')).toBeLessThan(costAt('高息骗局', '骗') + 1)
    expect(costAt('骗局', '局')).toBeGreaterThanOrEqual(BAD)
    expect(costAt('骗走的钱', '的')).toBeGreaterThanOrEqual(BAD)
  })
})
