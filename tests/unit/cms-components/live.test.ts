import { describe, expect, it } from 'vitest'
import {
  findingsOf,
  isMissing,
  lackingIn,
  lackingWords,
  type Finding,
} from '../../../cms/components/content/findings.ts'
import { changedAt, pageOf, placeAt } from '../../../cms/components/content/places.ts'
import { stepsShown } from '../../../cms/components/content/steps.ts'
import { findingsAgainst, notesOf } from '../../../cms/workflow/findings.ts'
import { refusal } from '../../../src/errors/refusal.ts'
import type { SubmissionState } from '../../../src/model/people.ts'
import { policyFor } from '../../../src/review/policy.ts'

const STORY = '头两个月返息\n\n公司搬空\n  \n电话停机'
const at = (before: string) => placeAt('story', STORY, before.length, true)

describe('DESK-71 the place a cursor stands in', () => {
  it('DESK-71 a line is counted among those with words in them; an empty one belongs to the line before', () => {
    expect(at('')).toEqual({ field: 'story', hint: 'line 1' })
    expect(at('头两')).toEqual({ field: 'story', hint: 'line 1' })
    expect(at('头两个月返息\n')).toEqual({ field: 'story', hint: 'line 1' })
    expect(at('头两个月返息\n\n')).toEqual({ field: 'story', hint: 'line 2' })
    expect(at('头两个月返息\n\n公')).toEqual({ field: 'story', hint: 'line 2' })
    expect(at(STORY)).toEqual({ field: 'story', hint: 'line 3' })
    expect(placeAt('title', '高息', 2, false)).toEqual({ field: 'title' })
  })

  it('DESK-71 its page is the first that shows it; a field without lines is on any page of its own', () => {
    const places = [
      [{ field: 'title' }],
      [{ field: 'story', hint: 'line 1' }],
      [{ field: 'story', hint: 'line 2' }],
      [{ field: 'story', hint: 'line 2' }, { field: 'lesson' }],
    ]
    expect(pageOf(places, { field: 'story', hint: 'line 2' })).toBe(2)
    expect(pageOf(places, { field: 'story' })).toBe(1)
    expect(pageOf(places, { field: 'lesson' })).toBe(3)
    expect(pageOf(places, { field: 'hotline' })).toBeUndefined()
  })

  it('DESK-72 taking the shorter beat changes its line alone, wherever blank lines stand', () => {
    expect(changedAt(STORY, { field: 'story', hint: 'line 2' }, '搬空了')).toBe(
      '头两个月返息\n\n搬空了\n  \n电话停机',
    )
    expect(changedAt('旧标题', { field: 'title' }, '新标题')).toBe('新标题')
  })
})

describe('DESK-74 what is said beside 送审', () => {
  const raw = [
    ...findingsAgainst(
      [
        refusal('TEXT_EMPTY', { field: 'title' }),
        refusal('HOTLINE_UNKNOWN', { field: 'hotline' }),
        refusal('TEXT_TOO_LONG', { field: 'story', hint: 'line 2', limit: 60, got: 70 }),
      ],
      [],
    ),
    ...notesOf([refusal('TEXT_NOT_ON_PAPER', { field: 'lesson', limit: 8, got: 'a4' })]),
  ]
  const places = [[{ field: 'title' }], [{ field: 'story', hint: 'line 2' }]]
  const findings: readonly Finding[] = findingsOf(raw, places, 'zh')
  const labels: Readonly<Record<string, string>> = { title: '标题', hotline: '举报电话', story: '经过' }
  const say = (of: readonly Finding[], language: 'zh' | 'en' = 'zh') =>
    lackingWords(
      lackingIn(of, {}, (field) => labels[field] ?? field),
      language === 'zh' ? '初审' : 'First review',
      language,
    )

  it('DESK-74 a finding knows its page, its line and how grave it is', () => {
    expect(findings.map(({ level, field, page }) => [level, field, page])).toEqual([
      ['stop', 'title', 0],
      ['stop', 'hotline', undefined],
      ['stop', 'story', 1],
      ['note', 'lesson', undefined],
    ])
    expect(findings[2]?.sentence).toBe('第 2 行：文字太长：最多 60 个字，现在 70 个字')
  })

  it('DESK-74 what is wrong is counted, what is empty is named, and notes hold nothing up', () => {
    expect(say(findings)).toBe('还有 1 处要改；还缺：标题、举报电话')
    expect(say(findings.filter(isMissing))).toBe('还缺：标题、举报电话')
    expect(say(findings.slice(2))).toBe('还有 1 处要改，好了就能送初审。')
    expect(say(findings.slice(3))).toBe('')
    expect(say(findings.slice(2), 'en')).toBe('1 place to mend, then it may go: First review.')
  })

  it('DESK-74 a question waits for its reason, whatever stands at how many places', () => {
    const ask = {
      code: 'CHECK_REAL_NAME',
      level: 'ask',
      sentence: '“王建国”是真名吗？',
      field: 'story',
    } as const
    const lacking = (reasons: Readonly<Record<string, string>>) =>
      lackingIn([ask, { ...ask, hint: 'line 2' }], reasons, (field) => field)
    expect(lackingWords(lacking({}), '初审', 'zh')).toBe('1 处要写明理由，好了就能送初审。')
    expect(lackingWords(lacking({ CHECK_REAL_NAME: ' ' }), '初审', 'zh')).not.toBe('')
    expect(lackingWords(lacking({ CHECK_REAL_NAME: '化名' }), '初审', 'zh')).toBe('')
  })

  it('DESK-74 a remedy travels with its finding, in the reader’s words', () => {
    const [one] = findingsOf(
      [{ ...raw[2]!, remedy: { zh: '改短', en: 'Shorten', becomes: '短' } }],
      places,
      'en',
    )
    expect(one?.remedy).toEqual({ verb: 'Shorten', becomes: '短' })
  })
})

describe('DESK-74 the way to the screens', () => {
  const { steps } = policyFor({ kind: 'case' })
  const shown = (at?: Parameters<typeof stepsShown>[1]) =>
    stepsShown(steps, at, '周小敏', 'zh').map(({ name, state }) => `${name} ${state}`)

  it('DESK-74 it is the policy by name, with the step that comes next', () => {
    const at = (state: SubmissionState, looks: number, own = steps) => shown({ state, looks, steps: own })
    expect(shown()).toEqual(['草稿 now', '初审 ahead', '复审 ahead', '签发 ahead'])
    expect(at('returned', 1)).toEqual(['草稿 now', '初审 ahead', '复审 ahead', '签发 ahead'])
    expect(at('in-review', 0)).toEqual(['草稿 done', '初审 now', '复审 ahead', '签发 ahead'])
    expect(at('in-review', 1)).toEqual(['草稿 done', '初审 done', '复审 now', '签发 ahead'])
    expect(at('reviewed', 2)).toEqual(['草稿 done', '初审 done', '复审 done', '签发 now'])
    expect(at('released', 2)).toEqual(['草稿 done', '初审 done', '复审 done', '签发 done'])
    // By the policy of before, and where the draft has become another since.
    const { steps: short } = policyFor({ kind: 'slogan' })
    expect(at('released', 1, short)).toEqual(['草稿 done', '初审 done', '签发 done'])
    expect(at('reviewed', 1, short)).toEqual(['草稿 done', '初审 done', '签发 now'])
    expect(at('returned', 1, short)).toEqual(['草稿 now', '初审 ahead', '复审 ahead', '签发 ahead'])
    const { steps: more } = policyFor({ kind: 'case', risk: 'sensitive' })
    expect(stepsShown(more, undefined, '', 'zh').map(({ name, by }) => `${name} ${by}`)).toEqual([
      '草稿 ',
      '初审 审核人',
      '复审 审核人',
      '公安司法 审核人',
      '签发 签发人',
    ])
    expect(stepsShown(steps, undefined, '周小敏', 'zh')[0]?.by).toBe('周小敏')
  })
})
