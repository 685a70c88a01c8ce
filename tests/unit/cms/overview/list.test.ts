import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Listed, Told } from '../../../../cms/overview/contents.ts'
import { CHIPS, PAGE, SCOPES, shownOf, type Wanted } from '../../../../cms/overview/list.ts'
import { initialsMatch } from '../../../../cms/overview/pinyin.ts'
import { markOf, stateSentence } from '../../../../cms/components/contents/words.ts'
import { SUBMISSION_STATES } from '../../../../src/model/people.ts'
import { TASKS } from '../../../../src/review/task.ts'

const NOW = Date.parse('2026-10-12T04:00:00.000Z')
const DAY = 86_400_000

const told = (part: Partial<Told> = {}): Told => ({
  id: 'c1',
  collection: 'cases',
  title: '签了养老合同，房子没了',
  stage: 'draft',
  history: null,
  authors: ['zhou'],
  scheduled: false,
  daysLeft: null,
  updatedAt: new Date(NOW).toISOString(),
  validUntil: null,
  last: { at: new Date(NOW - 2 * DAY).toISOString(), by: 'he', comment: '' },
  submission: null,
  sentAt: null,
  step: null,
  edition: 0,
  screens: 0,
  task: null,
  ...part,
})

const listed = (part: Partial<Listed> = {}): Listed => ({
  id: 'c1',
  stage: 'draft',
  daysLeft: null,
  task: null,
  isMine: true,
  at: NOW - 2 * DAY,
  ...part,
})

const many: fc.Arbitrary<readonly Listed[]> = fc
  .array(
    fc.record({
      stage: fc.constantFrom('draft' as const, ...SUBMISSION_STATES),
      task: fc.option(fc.constantFrom(...TASKS)),
      isMine: fc.boolean(),
      daysLeft: fc.option(fc.integer({ min: -3, max: 30 })),
      age: fc.nat(50),
    }),
    { maxLength: 70 },
  )
  .map((all) => all.map(({ age, ...part }, i) => listed({ ...part, id: `c${i}`, at: NOW - age * DAY })))
const wanted: fc.Arbitrary<Wanted> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  chip: fc.option(fc.constantFrom(...CHIPS)),
  words: fc.constant(''),
  page: fc.integer({ min: -2, max: 9 }),
})
const anything = () => true

describe('DESK-41 what a list shows', () => {
  it('DESK-41 its pages together are all that fit, each once, the reader’s turn first, at most twenty a page', () => {
    fc.assert(
      fc.property(many, wanted, (all, asked) => {
        const first = shownOf(all, { ...asked, page: 1 }, anything)
        const pages = Array.from({ length: first.pages }, (_, i) =>
          shownOf(all, { ...asked, page: i + 1 }, anything),
        )
        const rows = pages.flatMap((page) => page.rows)
        expect(pages.every((page) => page.rows.length <= PAGE)).toBe(true)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(first.waiting + first.others)
        expect(rows).toHaveLength(first.waiting + first.others)
        expect(rows.map(({ task }) => task !== null)).toEqual([
          ...Array.from({ length: first.waiting }, () => true),
          ...Array.from({ length: first.others }, () => false),
        ])
        if (asked.chip) expect(rows).toHaveLength(first.counts[asked.chip])
        expect(first.mine).toBe(all.filter(({ isMine }) => isMine).length)
        if (asked.scope === 'mine') expect(rows.every(({ isMine }) => isMine)).toBe(true)
        const there = shownOf(all, asked, anything)
        expect(there.page).toBeGreaterThanOrEqual(1)
        expect(there.page).toBeLessThanOrEqual(there.pages)
      }),
    )
  })

  it('DESK-41 what is looked for narrows the rows, not the counts of the chips', () => {
    const all = [listed({ id: 'a' }), listed({ id: 'b', stage: 'returned' })]
    const asked: Wanted = { scope: 'all', chip: null, words: '二', page: 1 }
    const shown = shownOf(all, asked, (id) => id === 'b')
    expect(shown.rows.map(({ id }) => id)).toEqual(['b'])
    expect(shown.counts).toMatchObject({ draft: 1, returned: 1 })
  })

  it('DESK-41 what waits longest stands first of its kind, what presses most before all', () => {
    const all = [
      listed({ id: 'write', task: 'write', at: NOW - 9 * DAY }),
      listed({ id: 'new', task: 'mend', at: NOW - DAY }),
      listed({ id: 'old', task: 'mend', at: NOW - 3 * DAY }),
      listed({ id: 'over', at: NOW }),
    ]
    const asked: Wanted = { scope: 'all', chip: null, words: '', page: 1 }
    expect(shownOf(all, asked, anything).rows.map(({ id }) => id)).toEqual(['old', 'new', 'write', 'over'])
  })
})

describe('DESK-41 a state as a sentence', () => {
  const said = (part: Partial<Told>, language: 'zh' | 'en' = 'zh') => {
    const one = told(part)
    const facts = { language, now: NOW, reviewDays: 2, reader: 'zhou', name: () => '何思远' }
    return [markOf(one, language).words, stateSentence(one, facts)]
  }
  it('DESK-41 says whose turn it is and since when, where it plays and until when', () => {
    expect(said({})).toEqual(['草稿', '还没送审，10月10日 存的'])
    expect(said({ stage: 'in-review', step: [0, 2] })).toEqual(['在审 第 1 步', '等审核人，已等 2 天'])
    const after = (...by: readonly string[]): Told['history'] => ({
      kind: 'case',
      risk: 'sensitive',
      authors: ['zhou'],
      rows: by.map((one) => ({ decision: 'approve', by: one })),
    })
    expect(said({ stage: 'in-review', step: [2, 4], history: after('a', 'b') })).toEqual([
      '在审 第 3 步',
      '等公安或司法审核，已等 2 天',
    ])
    expect(said({ stage: 'reviewed', step: [3, 4], history: after('a', 'b', 'c') })).toEqual([
      '在审 第 4 步',
      '等签发人，已等 2 天',
    ])
    const late = { at: new Date(NOW - 3 * DAY).toISOString(), by: 'he', comment: '' }
    expect(said({ stage: 'in-review', step: [0, 2], last: late })[1]).toBe('等审核人，已等 3 天，已超期')
    const last = { at: new Date(NOW).toISOString(), by: 'he', comment: '第 2 拍请写明是抵押' }
    expect(said({ stage: 'returned', last })).toEqual(['退回修改', '何思远：第 2 拍请写明是抵押'])
    const until = '2027-09-30T12:00:00.000Z'
    expect(said({ stage: 'released', screens: 4, daysLeft: 353, validUntil: until })).toEqual([
      '已签发',
      '排在 4 块屏上，到 2027年9月30日',
    ])
    expect(said({ stage: 'released' })).toEqual(['已签发', '还没排到屏上'])
    expect(said({ stage: 'released', daysLeft: 12, validUntil: '2026-10-24T12:00:00.000Z' })).toEqual([
      '12 天后到期',
      '还没排到屏上，到 2026年10月24日',
    ])
    expect(said({ stage: 'withdrawn', last: { ...last, comment: '案子还没判' } })).toEqual([
      '已撤下',
      '10月12日 何思远 撤下：案子还没判',
    ])
    expect(said({ stage: 'in-review', step: [0, 2] }, 'en')).toEqual([
      'In review, step 1',
      'Next: a reviewer. Waits for 2 days',
    ])
  })
})

describe('DESK-41 initials', () => {
  it.each([
    ['yhgk', '这张银行卡，不能给'],
    ['yhk', '这张银行卡，不能给'],
    ['cq', '重庆来的“专家”'],
    ['zq', '重庆来的“专家”'],
    ['AI', 'AI 换声，冒充亲友'],
    ['qhs', '“AI 全换声”，冒充亲友'],
    ['xx', '别信、别听，先想一想'],
  ])('DESK-41 %s in %s', (typed, text) => {
    const wanted = { yhgk: false }[typed] ?? true
    expect(initialsMatch(typed, text)).toBe(wanted)
  })
})
