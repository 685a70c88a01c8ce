import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breaksOf, IN_WORD, NEVER } from '../../../src/text/breaks.ts'
import { codePoints } from '../../../src/text/characters.ts'
import { wholesIn } from '../../../src/text/wholes.ts'
import { DICTIONARY } from '../../builders/dictionary.ts'
import { chineseText } from '../page/sample.ts'

/** The text with `|` wherever a line may break. */
const shown = (text: string): string => {
  const characters = codePoints(text)
  const { costs } = breaksOf(characters, DICTIONARY)
  return characters.map((c, i) => ((costs[i] ?? NEVER) < IN_WORD ? `|${c}` : c)).join('')
}

describe('TXT-1 wholes', () => {
  it.each(
    [
      '1280元 ￥12,800元 12.5万元 4008123456 （023）49881110 023-4988-1110 2026年11月29日 11月29日 2026.11.29 11:30—12:00',
      '9：00 11点30分 〔2022〕52号 （2022）渝0118刑初3号 １２８０元 35％ 120㎡ 3.5倍 -5℃ 第3个月 3至5天 60-80岁 3千多元 20元钱',
      'www.12377.cn https://www.12377.cn/a?b=1 report@12377.cn GB/T iPhone15 ５Ｇ 400-812-3456',
    ].flatMap((row) => row.split(' ')),
  )('TXT-1 %s is never cut', (whole) => {
    const characters = codePoints(`老人${whole}还在`)
    const { costs } = breaksOf(characters, DICTIONARY)
    const inside = costs.slice(3, 2 + codePoints(whole).length)
    expect(inside.every((cost) => cost === NEVER)).toBe(true)
  })

  it('TXT-1 what stands beside a number is not drawn into it', () => {
    expect(shown('打12337，110，96110都行')).toBe('打|12337，|110，|96110|都行')
    expect(shown('五间府发〔2022〕52号')).toContain('发|〔2022〕52号')
    expect(shown('看www.12377.cn，再说')).toBe('看|www.12377.cn，|再说')
  })

  it('TXT-1 wholes lie in order, none in another, each of two characters or more', () => {
    fc.assert(
      fc.property(chineseText(1, 60), (text) => {
        let end = 0
        for (const [from, to] of wholesIn([...text])) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to - from).toBeGreaterThan(1)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('TXT-2 words', () => {
  it.each([
    ['公安办案不要钱', '公安|办案|不要|钱'],
    ['干儿干女忽然来', '干儿|干女|忽然|来'],
    ['“医保局”来电', '“医保局”|来电'],
    ['他叫你转到“安全账户”', '他|叫|你|转|到|“安全账户”'],
    ['等了四个月一分钱没领到', '等|了|四个月|一分钱|没|领到'],
    ['独居的赵大爷', '独居|的|赵大爷'],
    ['孙伯找老刘借了八万元钱', '孙伯|找|老刘|借|了|八万元钱'],
  ])('TXT-2 %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('TXT-2 a line breaks more readily at a phrase than between words, and at a pause most of all', () => {
    const { costs } = breaksOf(codePoints('先问儿女，再作决定的人都是对的'), DICTIONARY)
    const at = (c: string): number => costs[codePoints('先问儿女，再作决定的人都是对的').indexOf(c)] ?? NEVER
    expect(at('再')).toBe(0)
    expect(at('都')).toBeLessThan(at('儿'))
    expect(at('的')).toBeGreaterThan(at('儿'))
  })

  it('TXT-2 every character is in one word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const characters = codePoints(text)
        const { costs, words } = breaksOf(characters, DICTIONARY)
        expect(costs).toHaveLength(characters.length)
        for (const [from, to] of words) expect(to).toBeGreaterThan(from + 1)
      }),
    )
  })
})

describe('TXT-3 marks', () => {
  it('TXT-3 marks in a row stay with their clause, brackets with what they hold', () => {
    expect(shown('真的！！假的？！他说：，快走')).toBe('真的！！|假|的？！|他|说：，|快|走')
    expect(shown('涨了［三成］吗')).toBe('涨|了|［三成］|吗')
    expect(shown('等等……再说——')).toBe('等等……|再说——')
  })
})
