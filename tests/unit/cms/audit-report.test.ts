import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actWords, commentIn } from '../../../cms/audit-report/acts.ts'
import { addressOf, questionIn, whereOf } from '../../../cms/audit-report/question.ts'
import { sentenceOf } from '../../../cms/audit-report/sentence.ts'

const act = {
  row: '1',
  seq: 7,
  hash: '0',
  at: '2026-11-23T01:02:00.000Z',
  who: '周小敏',
  act: '修改',
  kind: '案例',
  name: '高息返了两个月',
  subject: 'cases/1',
  detail: '标题',
  holds: true,
}

describe('the audit in words', () => {
  it('DESK-5 says what was done, and lets an act of a newer version stand', () => {
    expect(actWords('submission.issue').zh).toBe('签发')
    expect(actWords('pairing.wrong').en).toBe('Typed a wrong pairing code')
    expect(actWords('something.newer').zh).toBe('something.newer')
  })

  it('DESK-5 is a sentence with the thing by its name, or without where it has none', () => {
    expect(sentenceOf(act, 'zh')).toBe('修改案例“高息返了两个月”')
    expect(sentenceOf({ ...act, act: 'Changed', kind: 'Case' }, 'en')).toBe('Changed case “高息返了两个月”')
    expect(sentenceOf({ ...act, act: '登录', kind: '', name: '' }, 'zh')).toBe('登录')
  })

  it('DESK-5 tells the comment of a decision whole, and nothing of what stands before it', () => {
    expect(commentIn('submission.return', 'cases/1 2026-11-23T01:02:00.000Z 第 2 拍 请改')).toBe(
      '第 2 拍 请改',
    )
    expect(commentIn('submission.approve', 'cases/1 2026-11-23T01:02:00.000Z')).toBe('')
    expect(commentIn('submission.submit', 'cases/1 abcdef')).toBe('')
  })
})

describe('what is asked of the audit', () => {
  it('DESK-32 a question comes back from its own address', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
    const question = fc.record({
      by: orNull(fc.stringMatching(/^[\w-]{1,40}$/)),
      of: orNull(fc.constantFrom('cases', 'cases/0f3-1', 'globals/town')),
      from: orNull(day),
      to: orNull(day),
      before: orNull(fc.integer({ min: 1, max: 1_000_000 })),
    })
    fc.assert(
      fc.property(question, (asked) => {
        const address = Object.fromEntries(new URLSearchParams(addressOf(asked as never)))
        expect(questionIn(address)).toEqual(asked)
      }),
    )
  })

  it('DESK-32 whatever stands in an address, the question can be asked', () => {
    const anything = fc.dictionary(
      fc.constantFrom('by', 'of', 'from', 'to', 'before', 'sort'),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
    )
    fc.assert(
      fc.property(anything, (params) => {
        expect(() => whereOf(questionIn(params))).not.toThrow()
      }),
    )
    expect(questionIn({ by: "1' or 1=1", from: '2026-02-30', before: '-1' })).toEqual({
      by: null,
      of: null,
      from: null,
      to: null,
      before: null,
    })
  })

  it('DESK-32 days are the town’s, both of them whole', () => {
    expect(whereOf(questionIn({ from: '2026-11-23', to: '2026-11-23' }))).toEqual({
      and: [
        { at: { greater_than_equal: '2026-11-22T16:00:00.000Z' } },
        { at: { less_than: '2026-11-23T16:00:00.000Z' } },
      ],
    })
  })
})
