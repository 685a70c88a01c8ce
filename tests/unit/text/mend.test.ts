import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASES } from '../../../cms/seed/cases.ts'
import { SLOGANS } from '../../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../../cms/seed/techniques.ts'
import { isNeeded, mend, mendNeeded, type Shape } from '../../../src/text/mend.ts'
import { isUnseen } from '../../../src/text/unseen.ts'
import { anyText } from '../../builders/text.ts'

const SHAPES: readonly Shape[] = ['line', 'lines', 'halves']
const text = (typed: string, shape: Shape = 'lines'): string => mend(typed, shape).text

const STARTER = [
  ...CASES.flatMap(({ title, accent, beats, lesson, pictureAlt }) => [
    title,
    accent,
    beats.join('\n'),
    lesson,
    pictureAlt,
  ]),
  ...TECHNIQUES.flatMap(({ title, accent, steps }) => [
    title,
    accent,
    ...steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
  ]),
  ...SLOGANS.flatMap(({ text: words, accent }) => [words, accent]),
]

/** What people type and paste, in pieces that go together badly. */
const PIECES = [
  ...'钱他说公安一二者，。：；！？、“”‘’（）《》〔〕［］…—·～%％￥',
  ...'aZ019 \n\t.,;:!?\'"()[]{}-_*/@#&',
  ...'０９Ａｚ：．＂＇！＠－　\u00a0\u200b\u00ad\ufeff\u202e\u2028\ufe0f⼥⻓㎡℃①½•·●○ｏ｡',
  ...'!! ... 。。。 ---- ——— （ (1) 1. 9：00 12,800元 2026.11.29 11月29日 他说：" [2022]52号'.split(' '),
  ...'www.96110.cn a.b@qq.com https://a.cn/?x=1 don’t'.split(' '),
  '\n- ',
  '\n• ',
]
const typing = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''))
const shapes = fc.constantFrom(...SHAPES)
const RUNS = { numRuns: 250 }

describe('mending what people type', () => {
  it('MEND-1 a mended text is mended no more, whatever was typed', () => {
    const once = (typed: string, shape: Shape): void => {
      const { text: now } = mend(typed, shape)
      const again = mend(now, shape)
      if (again.text !== now || again.mends.length > 0) expect(again).toEqual({ text: now, mends: [] })
    }
    fc.assert(fc.property(typing, shapes, once), RUNS)
    fc.assert(fc.property(anyText, shapes, once), RUNS)
  })

  it('MEND-1 the places told are all that changed, each where it stood', () => {
    const told = (typed: string, shape: Shape): void => {
      const { text: now, mends } = mend(typed, shape)
      let made = ''
      let at = 0
      for (const one of mends) {
        const stands = typed.slice(one.at, one.at + one.from.length)
        if (one.at < at || stands !== one.from || one.to === one.from) expect({ one, at, stands }).toBe(typed)
        made += typed.slice(at, one.at) + one.to
        at = one.at + one.from.length
      }
      if (made + typed.slice(at) !== now) expect(made + typed.slice(at)).toBe(now)
    }
    fc.assert(fc.property(typing, shapes, told), RUNS)
    fc.assert(fc.property(anyText, shapes, told), RUNS)
  })

  it('MEND-2 the starter library and correct typography come back as they are', () => {
    expect(STARTER.length).toBeGreaterThan(80)
    for (const words of STARTER)
      for (const shape of SHAPES)
        if (!words.includes('\n') || shape === 'lines')
          expect(mend(words, shape)).toEqual({ text: words, mends: [] })
    for (const words of [
      '他说：“她讲‘好’，就走了……”',
      '《老年人权益保障法》（2018年修正）第三条',
      '〔2022〕52号',
      '老刘——就是他——投了12.5万元，返1,280元。',
      '11:30—12:00，9:00开门',
      '2026.11.29，11月29日',
      '见www.96110.cn/a?b=1!c，或写信到a.b-c@qq.com。',
      '100㎡、38℃、①②、½、50%、50％、￥12,800元、（023）49881110',
      'APP、Wi-Fi、don’t、C++',
      '1. 先挂断\n2. 再回拨',
      '３'.normalize('NFKC'),
    ])
      expect(mend(words, 'lines')).toEqual({ text: words, mends: [] })
  })

  it('MEND-2 any story of starter sentences, in any order and with any of their parts, is left alone', () => {
    const sentences = fc.array(fc.constantFrom(...STARTER), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sentences, (lines) => {
        const words = lines.join('\n')
        expect(mend(words, 'lines')).toEqual({ text: words, mends: [] })
      }),
    )
  })

  it.each([
    ['快打110!!', '快打110！！'],
    ['真的?!别信...', '真的？！别信……'],
    ['再想想。。。', '再想想……'],
    ['再想想....', '再想想……'],
    ['再想想…', '再想想……'],
    ['他说-----别怕', '他说——别怕'],
    ['他说--别怕———快', '他说——别怕——快'],
    ['-----', '——'],
    ['保本,高息;稳赚:别信', '保本，高息；稳赚：别信'],
    ['保本, 高息', '保本，高息'],
    ['快打96110.', '快打96110。'],
    ['他（假的)说(真的）(骗人)', '他（假的）说（真的）（骗人）'],
    ['渝办[2022]52号', '渝办〔2022〕52号'],
    ['他说"专家"来了', '他说“专家”来了'],
    ["他说'专家'来了", '他说“专家”来了'],
    ['“他说“好”就走”', '“他说‘好’就走”'],
    ['"他说："快转账""', '“他说：‘快转账’”'],
    ['甲"乙"丙"丁"', '甲“乙”丙“丁”'],
    ['１２８０元，加ＱＱ', '1280元，加QQ'],
    ['｡､', '。、'],
    ['⼥⼉⻓⼤', '女儿长大'],
    ['豈', '豈'],
    ['\u200b钱\u00ad\u202e\ufeff包', '钱包'],
    ['钱\u00a0包', '钱 包'],
    ['　　老刘\n  赵大爷', '老刘\n赵大爷'],
    ['• 不听\n· 不信\n* 不转\n- 不说\n\uf0b7 不理', '不听\n不信\n不转\n不说\n不理'],
  ])('MEND-3 %j becomes %j', (typed, mended) => {
    expect(text(typed)).toBe(mended)
  })

  it('MEND-3 times have one spelling, days and numbers none of a sentence', () => {
    expect(text('9：00到11：30，11点')).toBe('9:00到11:30，11点')
    expect(text('９：００开门')).toBe('9:00开门')
    expect(text('步骤1：20元')).toBe('步骤1：20元')
    for (const words of [
      '9:00开门',
      '2026.11.29',
      '11月29日',
      '共12,800元',
      '3.5万',
      '1:10',
      '2026-11-29',
      '1/2',
    ])
      expect(text(words)).toBe(words)
    expect(text('截止２０２６．１１．２９.')).toBe('截止2026.11.29。')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${hour}:${String(minute).padStart(2, '0')}`
        expect(text(`早上${time.replace(':', '：')}开会`)).toBe(`早上${time}开会`)
        expect(text(`早上${time}开会`)).toBe(`早上${time}开会`)
      }),
    )
  })

  it('MEND-3 numbers, Latin words, addresses and signs of several parts keep their own marks', () => {
    for (const kept of [
      '12,800.50',
      'U.S.A',
      'iPhone5.1',
      "don't",
      'www.96110.cn/a,b?c=1;d!e',
      'https://gov.cn/x--y/(z)',
      'zhang.san+1@mail.qq.com',
      '(023)49881110',
      '2026.11.29',
      '㎡℃①½㈱㊣',
    ])
      expect(text(`请看${kept}这里`)).toBe(`请看${kept}这里`)
    const english = 'Hang up! (Call "96110", now...) -- ok'
    expect(text(english)).toBe(english)
  })

  it('MEND-3 numbers at the head of a line stay, whoever set them', () => {
    const words = '1. 先挂断\n2.再回拨\n3、问儿女\n(4)报警\n3.15晚会'
    expect(text(words)).toBe(words.replace('(4)', '（4）'))
  })

  it('MEND-3 a blank between halves of a slogan stays behind a mark', () => {
    expect(text('保本是骗局, 先问儿女', 'halves')).toBe('保本是骗局， 先问儿女')
    expect(text('保本是骗局\u2028先问儿女', 'halves')).toBe('保本是骗局 先问儿女')
    expect(text('甲\u2028乙')).toBe('甲\n乙')
  })

  it('MEND-3 nothing unseen is left of anything', () => {
    const isSeen = (c: string): boolean => !isUnseen(c) || '\t\n\r'.includes(c)
    fc.assert(
      fc.property(anyText, shapes, (typed, shape) => {
        expect(Array.from(text(typed, shape)).every(isSeen)).toBe(true)
        expect(Array.from(mendNeeded(typed, shape).text).every(isSeen)).toBe(true)
      }),
      RUNS,
    )
  })

  it('MEND-4 places left as typed stay, but for those that cannot', () => {
    const typed = '钱!!\u200b包...⼥'
    const { mends } = mend(typed, 'line')
    expect(mends.map(({ kind, from }) => [kind, from])).toEqual([
      ['mark', '!!'],
      ['unseen', '\u200b'],
      ['dots', '...'],
      ['form', '⼥'],
    ])
    const again = mend(typed, 'line', mends)
    expect(again.text).toBe('钱!!包...女')
    expect(again.mends.every(isNeeded)).toBe(true)
    expect(mendNeeded(typed, 'line').text).toBe('钱!!包...女')
    expect(mend(`${again.text}快,`, 'line', mends).text).toBe('钱!!包...女快，')
  })

  it('MEND-1 what no field takes is left to the field to refuse', () => {
    const long = '钱!'.repeat(20_000)
    expect(mend(long, 'line')).toEqual({ text: long, mends: [] })
    const most = '钱!"(-·1：'.repeat(2_000)
    expect(mend(most, 'lines').text.length).toBeGreaterThan(0)
  })
})
