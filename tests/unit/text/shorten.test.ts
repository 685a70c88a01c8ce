import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASES } from '../../../cms/seed/cases.ts'
import { MARKS } from '../../../src/text/marks.ts'
import { readLength, shorten } from '../../../src/text/shorten.ts'
import { DICTIONARY } from '../../builders/dictionary.ts'
import { anyText } from '../../builders/text.ts'

const MOST = 12
const short = (text: string, keep: readonly string[] = []) =>
  shorten(text, { dictionary: DICTIONARY, most: MOST, keep })

/** What makes a sentence true or false. */
const MEANINGS = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ零〇一二两三四五六七八九十百千万亿几半不没无未别莫勿否禁拒免]/gu
const meant = (text: string): string => (text.match(MEANINGS) ?? []).join('')
const quoted = (text: string): readonly string[] => text.match(/“[^”]*”/gu) ?? []

const PIECES = [
  ...'后来 去年 突然 居然 非常 真的 张阿姨 他 对方 老人 在超市门口 在网上 在家里 在柜子里 （就是菜场旁） （身份证500118） 做了免费体检 转了'.split(
    ' ',
  ),
  ...'12.8万元 三万元 一分钱 4008123456 96110 不要 别转账 没有 “特别批准的，不突然” ， 。 、 啊 呢 的 又 很 2026年11月29日'.split(
    ' ',
  ),
]
const told = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 14 }).map((all) => all.join(''))
const anything = fc.oneof(told, told, anyText)

describe('TXT-5 a shorter way to say a beat', () => {
  it.each([
    ['张阿姨在超市门口做了免费体检。', '张阿姨做了免费体检。'],
    ['后来，“专家”说她病得很重，要马上吃药。', '“专家”说她病得重，要马上吃药。'],
    ['去年，王大爷（就在菜场旁）突然接到一个电话', '王大爷突然接到一个电话'],
    ['最近刘婆婆在网上认识了一个自称军官的人', '刘婆婆认识了一个自称军官的人'],
  ])('TXT-5 %s', (text, wanted) => {
    expect(short(text)?.text).toBe(wanted)
  })

  it.each([
    '三万元的药，化验出来是糖水，一点用都没有。',
    '对方要五万元现金，还不许声张，叫她别告诉家人。',
    '王建国（身份证500118195202301236）领了鸡蛋，跟去听课。',
    '她把一辈子的钱放在柜子里锁好，谁也没告诉。',
    '民警在村口，截住了来取钱的人',
  ])('TXT-5 nothing safe can go, so nothing is offered: %s', (text) => {
    expect(short(text)).toBeUndefined()
  })

  it('TXT-5 what is short enough is left alone, and so is a phrase that is to stay', () => {
    expect(short('突然接到电话')).toBeUndefined()
    const text = '后来她突然接到一个陌生人的电话说要转账'
    expect(short(text)?.text).toBe('她接到一个陌生人的电话说要转账')
    expect(short(text, ['突然接到'])?.text).toBe('她突然接到一个陌生人的电话说要转账')
  })

  it('TXT-5 numbers, what says no and what is quoted stay, in order; words only go, and all that went is told', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const made = short(text)
        if (!made) return
        expect(meant(made.text)).toBe(meant(text.replace(/[\s\u3000]+/gu, ' ').trim()))
        expect(quoted(made.text)).toEqual(quoted(text))
        expect(readLength(made.text)).toBeLessThan(readLength(text))
        const [all, kept] = [made.parts, made.parts.filter(({ isLeftOut }) => !isLeftOut)].map((parts) =>
          parts.map((part) => part.text).join(''),
        )
        expect(all).toBe(text.replace(/[\s\u3000]+/gu, ' ').trim())
        expect(kept?.trim()).toBe(made.text)
        expect(MARKS.isSilentPause(Array.from(made.text)[0] ?? '')).toBe(
          MARKS.isSilentPause(Array.from(text.trim())[0] ?? '') && !made.parts[0]?.isLeftOut,
        )
      }),
      { numRuns: 200 },
    )
  })

  it('TXT-5 it ends: a shortened text is short enough, can be shortened again, or is left alone', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        let text = typed
        for (let turns = 0; turns < 20; turns++) {
          const made = short(text)
          if (!made) return
          text = made.text
        }
        throw new Error(`no end of ${typed}`)
      }),
      { numRuns: 100 },
    )
  })

  it('TXT-5 the beats a town begins with are short enough as they stand, but for those told here', () => {
    const long = CASES.flatMap(({ beats }) => beats).filter((beat) => readLength(beat) > MOST)
    expect(long.length).toBeLessThan(12)
  })
})
