import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentsOf } from '../../../src/content/accents.ts'
import { contentFaults, KINDS, type Draft } from '../../../src/content/index.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'

const CASE = {
  title: '高息返了两个月',
  fraudClass: 'care-investment',
  story: '投五万，月返一千五\n头两月准时到账\n五万全没了',
  lesson: '先问儿女',
}
const TECHNIQUE = {
  title: '冒充公安',
  fraudClass: 'fake-police',
  steps: [
    { heSays: '快转账', youDo: '先挂断，别转账' },
    { heSays: '不许告诉家人', youDo: '回拨110' },
  ],
}
const frozen = (collection: string, draft: Draft) =>
  KINDS.writtenIn(collection)?.freeze(draft, {}) ?? { body: undefined, faults: [] }

describe('CNT-4 accent phrases of the beats', () => {
  it('CNT-4 each phrase is taken by the first beat that holds it and has none yet', () => {
    const { body, faults } = frozen('cases', { ...CASE, beatAccents: '五万、准时 全没了' })
    expect(faults).toEqual([])
    expect(body).toMatchObject({ lineAccents: ['五万', '准时', '全没了'] })
    expect(frozen('cases', { ...CASE, beatAccents: '一千五、五万' }).body).toMatchObject({
      lineAccents: ['一千五', '', '五万'],
    })
    const technique = frozen('techniques', { ...TECHNIQUE, beatAccents: '转账　110、先挂断' })
    expect(technique.faults).toEqual([])
    expect(technique.body).toMatchObject({
      stepAccents: [
        { heSays: '转账', youDo: '先挂断' },
        { heSays: '', youDo: '110' },
      ],
    })
    expect(contentFaults(KINDS, { body: body as never })).toEqual([])
    expect(contentFaults(KINDS, { body: technique.body as never })).toEqual([])
  })

  it('CNT-4 a phrase that stands nowhere, or whose beats all have one, is told at its field', () => {
    for (const [collection, draft] of [
      ['cases', { ...CASE, beatAccents: '六万、准时、到账' }],
      ['techniques', { ...TECHNIQUE, beatAccents: '六万、快、快转' }],
    ] as const)
      expect(frozen(collection, draft).faults).toMatchObject([
        { code: 'ACCENT_NOT_IN_TEXT', field: 'beatAccents', got: '六万' },
        { code: 'ACCENT_TAKEN', field: 'beatAccents' },
      ])
  })

  it('CNT-4 where none is marked the frozen words are what they were, byte for byte', () => {
    for (const [collection, draft] of [
      ['cases', CASE],
      ['techniques', TECHNIQUE],
    ] as const) {
      const before = canonicalJson(frozen(collection, draft).body as never)
      expect(before).not.toMatch(/Accents/)
      for (const beatAccents of [undefined, null, '', ' 、 ', 7])
        expect(canonicalJson(frozen(collection, { ...draft, beatAccents }).body as never)).toBe(before)
    }
  })

  it('CNT-4 whatever is written, a beat has at most one phrase, which stands in it, and each phrase is taken or told', () => {
    const beats = fc.array(fc.stringMatching(/^[甲乙丙]{1,4}$/), { maxLength: 5 })
    const phrases = fc.array(fc.stringMatching(/^[甲乙丙丁]{1,2}$/), { maxLength: 6 })
    fc.assert(
      fc.property(beats, phrases, fc.constantFrom('、', ' ', '　'), (texts, words, mark) => {
        const { accents, faults } = accentsOf(words.join(mark), texts)
        for (const [i, accent] of (accents ?? []).entries()) expect(texts[i]).toContain(accent)
        const told = faults.map(({ got }) => got)
        for (const word of words) expect([...(accents ?? []), ...told]).toContain(word)
        for (const { code, got } of faults)
          expect(texts.some((text) => text.includes(String(got)))).toBe(code === 'ACCENT_TAKEN')
      }),
    )
  })
})
