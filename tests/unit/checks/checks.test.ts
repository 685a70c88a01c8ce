import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkTerms,
  checkWords,
  LEVEL_OF,
  SHIPPED_TERMS,
  wordListOf,
  type Term,
  type Town,
} from '../../../src/checks/index.ts'
import { checkDigitOf, isLuhn } from '../../../src/checks/numbers.ts'
import { folded } from '../../../src/checks/fold.ts'
import { isSlip } from '../../../src/checks/hotlines.ts'
import { runsIn, stretchesOf } from '../../../src/checks/runs.ts'
import { ageIn } from '../../../src/checks/persons.ts'
import { namesIn } from '../../../src/checks/names.ts'
import { TEXTS } from '../../../src/errors/codes.ts'
import { cardNumber, DISGUISES, idNumber } from '../../builders/checked.ts'

const TOWN: Town = { hotlines: ['110', '96110', '4001001234'], words: wordListOf([]), hosts: ['town.test'] }
const NONE: Town = { ...TOWN, words: [] }

const check = (text: string, town = TOWN) => checkWords([{ field: 'story', text }], town)
const codesIn = (text: string, town = TOWN): readonly string[] => [
  ...new Set(check(text, town).map(({ code }) => code)),
]

/** Any characters of Unicode, lone surrogates too. */
const anything = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points))

const disguises = fc.constantFrom(...Object.values(DISGUISES))
const hanzi = fc.string({
  unit: fc.constantFrom(...'老人在公园领了鸡蛋跟去听课，。、！“”（）第步'),
  maxLength: 12,
})

describe('CHK-1 the same words and the same town', () => {
  it('CHK-1 every code has a level, and its sentences in both languages', () => {
    const codes = Object.keys(TEXTS).filter((code) => code.startsWith('CHECK_'))
    expect(Object.keys(LEVEL_OF).toSorted()).toEqual(codes.toSorted())
    expect(new Set(Object.values(LEVEL_OF))).toEqual(new Set(['stop', 'ask']))
  })

  it('CHK-1 whatever is written, places lie inside the words, in their order, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (texts) => {
        const words = texts.map((text, i) => ({
          field: i < 2 ? 'story' : 'lesson',
          hint: `line ${i + 1}`,
          text,
        }))
        const found = checkWords(words, TOWN)
        expect(checkWords(words, TOWN)).toEqual(found)
        for (const { hint, start, end, remedy } of found) {
          const text = words.find((word) => word.hint === hint)?.text ?? ''
          expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true])
          if (remedy)
            expect(remedy.start >= 0 && remedy.start <= remedy.end && remedy.end <= text.length).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('CHK-1 a number that runs on in the next line of a story is found in both', () => {
    const lines = ['身份证500118', '195202301236的人'].map((text, i) => ({
      field: 'story',
      hint: `line ${i + 1}`,
      text,
    }))
    expect(checkWords(lines, TOWN).map(({ hint, got }) => [hint, got])).toEqual([
      ['line 1', '500118'],
      ['line 2', '195202301236'],
    ])
  })
})

describe('CHK-2 numbers of persons', () => {
  it('CHK-2 any identity number is found between any words, in every disguise, at its place', () => {
    fc.assert(
      fc.property(fc.nat(9999), disguises, hanzi, hanzi, (at, disguise, before, after) => {
        const written = disguise(idNumber(at)).replace('\n', '')
        const found = check(`${before}。${written}，${after}`, NONE).filter(({ level }) => level === 'stop')
        expect(found.map(({ code, start, got }) => [code, start, got])).toEqual([
          ['CHECK_ID_NUMBER', before.length + 1, written],
        ])
      }),
    )
  })

  it('CHK-2 one wrong figure makes the last one wrong, in identity numbers and in cards', () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (at, where, by) => {
          const bump = (digits: string): string =>
            digits.slice(0, where) + String((Number(digits[where]) + by) % 10) + digits.slice(where + 1)
          const [id, card] = [idNumber(at), cardNumber(at, 19)]
          expect(checkDigitOf(bump(id).slice(0, 17))).not.toBe(id[17])
          expect([isLuhn(card), isLuhn(bump(card))]).toEqual([true, false])
        },
      ),
    )
    expect(checkDigitOf('11010519491231002')).toBe('X')
  })

  it('CHK-2 a number with stars in it is nobody’s any more', () => {
    expect(codesIn('身份证500118********1236')).toEqual([])
    expect(codesIn('手机138****5678')).toEqual([])
  })

  it('CHK-2 what is folded keeps the place of each unit', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: out, from, to } = folded(text)
        expect([from.length, to.length]).toEqual([out.length, out.length])
        expect(from.every((at, i) => at < (to[i] ?? 0) && (i === 0 || at >= (from[i - 1] ?? 0)))).toBe(true)
      }),
    )
    expect(folded('９６１\u200b１\u0301０①𝟏٣').text).toBe('96110113')
  })
})

describe('CHK-3 hotlines', () => {
  it('CHK-3 every slip of one figure next to 打 is told with the right number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = Array.from('96110', (d, i) => (i === at ? String((Number(d) + by) % 10) : d)).join('')
        expect(isSlip(wrong, '96110')).toBe(true)
        const [found] = check(`拿不准，打${wrong}`)
        // Some are the number of somebody else.
        if (found)
          expect([found.code, found.limit, found.remedy?.to]).toEqual([
            'CHECK_HOTLINE_WRONG',
            '96110',
            '96110',
          ])
      }),
    )
  })

  it('CHK-3 a number of the list is right however it is grouped, one that left it is not', () => {
    expect(codesIn('打400-100-1234')).toEqual([])
    expect(codesIn('打400-100-1234', { ...TOWN, hotlines: ['110'] })).toEqual(['CHECK_PHONE_NUMBER'])
    expect(codesIn('打0000 1100', { ...TOWN, hotlines: ['00001100'] })).toEqual([])
  })
})

describe('CHK-6 names', () => {
  it('CHK-6 two people of one story get two names, none of them their own', () => {
    const found = check('王建国在听课，刘志强在门口，王建国被骗')
    expect(found.map(({ got, remedy }) => [got, remedy?.to])).toEqual([
      ['王建国', '老陈'],
      ['刘志强', '老周'],
      ['王建国', '老陈'],
    ])
  })

  it('CHK-6 the button takes the bracket behind the name along', () => {
    const [found] = check('王建国（身份证500118195202301236）在公园')
    expect([found?.code, found?.remedy]).toMatchObject(['CHECK_REAL_NAME', { start: 0, end: 26, to: '老刘' }])
  })

  it('CHK-6 a surname and what people are called is no name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...'王李张刘陈杨赵黄周吴孙'),
        fc.constantFrom('阿姨', '大爷', '奶奶', '婶', '伯', '大妈', '某', '某某', '老师', '经理'),
        fc.constantFrom('在公园', '说', '接到电话', '被骗三万', '，没信'),
        (surname, called, does) => {
          expect(namesIn(`${surname}${called}${does}`)).toEqual([])
        },
      ),
    )
  })

  it('CHK-7 after a final judgment a criminal may be called one', () => {
    expect(codesIn('罪犯王某某')).toEqual(['CHECK_SUSPECT_NAMED'])
    expect(codesIn('罪犯王某某', { ...TOWN, judged: true })).toEqual([])
  })

  it('CHK-5 ages are read as figures and as numerals', () => {
    expect(['12', '十二', '二十', '九', '六七', '十', '百'].map(ageIn)).toEqual([12, 12, 20, 9, NaN, 10, NaN])
  })
})

describe('CHK-9 the word list', () => {
  const own = (term: string, severity: Term['severity'], instead = ''): Term => ({
    term,
    severity,
    instead,
    reason: '镇里定的',
  })

  it('CHK-9 the words of the town stand over those the product brings', () => {
    const town = {
      ...TOWN,
      words: wordListOf([own('转帐', 'ask', '汇款'), own('老糊涂', 'off'), own('专项行动', 'stop')]),
    }
    expect(
      check('专项行动里转帐的老糊涂', town).map(({ code, got, remedy }) => [code, got, remedy?.to]),
    ).toEqual([
      ['CHECK_TERM_FORBIDDEN', '专项行动', undefined],
      ['CHECK_TERM_DOUBTFUL', '转帐', '汇款'],
    ])
    expect(check('专项行动', town)[0]?.message_zh).toContain('镇里定的')
  })

  it('CHK-9 a term inside what is right already is none', () => {
    const words = wordListOf([own('反诈', 'stop', '反诈骗')])
    expect(check('反诈骗宣传', { ...TOWN, words })).toEqual([])
    expect(codesIn('反诈宣传', { ...TOWN, words })).toEqual(['CHECK_TERM_FORBIDDEN'])
  })

  it('CHK-9 each word the product brings is found, and what is right instead is not', () => {
    for (const { term, instead } of SHIPPED_TERMS) {
      expect(checkTerms([{ field: 'a', text: `说${term}的` }], wordListOf([])).length, term).toBeGreaterThan(
        0,
      )
      if (instead !== '')
        expect(checkTerms([{ field: 'a', text: instead }], wordListOf([])), term).toEqual([])
    }
  })
})

describe('CHK-13 while people type', () => {
  it('CHK-13 what is looked at grows with the length of the text, not with its square', () => {
    const stretches = (length: number): number =>
      runsIn('1 '.repeat(length), false).flatMap((run) => stretchesOf(run, () => false)).length
    expect(stretches(500)).toBeLessThan(500 * 21)
    expect(stretches(500) / stretches(250)).toBeLessThan(2.1)
  })
})
