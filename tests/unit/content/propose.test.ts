import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/content/index.ts'
import type { Proposed } from '../../../src/content/index.ts'
import { CASES } from '../../../cms/starter/cases.ts'

const propose = (text: string): Proposed => KINDS.named('case')!.propose!(text)

const NOTICE = `典型案例一：免费鸡蛋背后的陷阱
来源：县公安局反诈中心
2026年3月12日

2026年3月，家住城南的张大妈（72岁）在公园散步，有人免费送鸡蛋，请她去听养生讲座。讲师说投资养老项目保本高息，头两个月真的返了利息。张大妈先后通过微信转账，共计被骗3.5万元。第三个月，公司搬空，电话停机。张大妈随即报案，目前案件正在侦办。
警方提醒：凡是承诺保本高息的都是诈骗，请捂紧钱袋子。
根据《中华人民共和国刑法》，这样骗钱构成集资诈骗罪。`

const WORDS = ['title', 'lesson', 'lawNote', 'source', 'accent', 'beatAccents']

/** Every text of a proposal. */
const textsIn = ({ fields }: Proposed): readonly string[] => [
  ...WORDS.flatMap((name) => (typeof fields[name] === 'string' ? [fields[name]] : [])),
  ...(typeof fields['story'] === 'string' ? fields['story'].split('\n') : []),
]

const flat = (text: string): string => text.replace(/\s+/gu, ' ')

describe('a case from a pasted text', () => {
  it('IMP-20 finds title, story, advice, law, source, and chooses by words that stand there', () => {
    expect(propose(NOTICE).fields).toEqual({
      title: '免费鸡蛋背后的陷阱',
      story: [
        '2026年3月，家住城南的张大妈（72岁）在公园散步，有人免费送鸡蛋，请她去听养生讲座。',
        '讲师说投资养老项目保本高息，头两个月真的返了利息。',
        '张大妈先后通过微信转账，共计被骗3.5万元。',
        '第三个月，公司搬空，电话停机。',
        '张大妈随即报案，目前案件正在侦办。',
      ].join('\n'),
      lesson: '凡是承诺保本高息的都是诈骗，请捂紧钱袋子。',
      lawNote: '根据《中华人民共和国刑法》，这样骗钱构成集资诈骗罪。',
      source: '县公安局反诈中心',
      fraudClass: 'care-investment',
      method: 'health-live',
      channels: ['wechat', 'meeting'],
      placeTypes: ['park'],
      status: 'investigated',
      amount: 'to-50000',
      audience: ['elders'],
    })
  })

  it('IMP-20 labels say where their words go; several stories are counted', () => {
    expect(
      propose('标题：领鸡蛋\n案情简介：张某被骗。\n她报警了。\n损失：三万元\n防范提示：先问儿女。').fields,
    ).toMatchObject({
      title: '领鸡蛋',
      story: '张某被骗。\n她报警了。',
      amount: 'to-50000',
      lesson: '先问儿女。',
    })
    expect(propose('案例一：甲\n甲被骗。\n案例二：乙\n乙被骗。')).toMatchObject({
      others: 1,
      fields: { title: '甲' },
    })
  })

  it('IMP-20 a judgment is chosen only where the words say that it is final', () => {
    expect(propose('王某被判处有期徒刑三年。').fields['status']).toBeUndefined()
    expect(propose('目前判决已生效。').fields['status']).toBe('judged')
  })

  it('IMP-21 invents nothing: every text stands in what was pasted, and nothing is thrown', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...NOTICE.split(/(?<=[，。：\n])/u)),
      fc.constantFrom(...Object.values(CASES).flatMap(({ beats }) => [...beats])),
      fc.constantFrom(
        '\n',
        '【案情】',
        '一、',
        '案例二：',
        '提醒：',
        '（来源：',
        '《',
        '》',
        '3万',
        '"',
        '——',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const proposed = propose(pieces.join(''))
        const whole = flat(proposed.text)
        for (const text of textsIn(proposed)) expect(whole).toContain(flat(text))
      }),
      { numRuns: 150 },
    )
  })

  it('IMP-21 a text of 100,000 characters of any sort is read within the time of a test', () => {
    const units = ['张大妈在公园领鸡蛋，被骗三万元。', '“', '，', 'x：\n', '案例一：x\n', '三', '【', '《']
    for (const unit of units) {
      const proposed = propose(unit.repeat(Math.ceil(100_000 / unit.length)))
      expect(String(proposed.fields['story'] ?? '').length).toBeLessThanOrEqual(2_000)
    }
  })
})
