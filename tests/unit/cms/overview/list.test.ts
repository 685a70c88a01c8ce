import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Listed, Told } from '../../../../cms/overview/contents.ts'
import {
  CHIPS,
  PAGE,
  SCOPES,
  shownOf,
  type Found,
  type Stretch,
  type Wanted,
} from '../../../../cms/overview/list.ts'
import { CHIP_HOLDS } from '../../../builders/chips.ts'
import { initialsOf } from '../../../../cms/overview/pinyin.ts'
import { markOf, stateSentence } from '../../../../cms/components/contents/words.ts'
import { SUBMISSION_STATES } from '../../../../src/model/people.ts'
import { TASKS, type Task } from '../../../../src/review/task.ts'

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

const sentIn: fc.Arbitrary<readonly Listed[]> = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...SUBMISSION_STATES),
      task: fc.option(fc.constantFrom(...TASKS)),
      isMine: fc.boolean(),
      daysLeft: fc.option(fc.integer({ min: -3, max: 30 })),
      age: fc.nat(50),
    }),
    { maxLength: 50 },
  )
  .map((all) => all.map(({ age, ...part }, i) => listed({ ...part, id: `s${i}`, at: NOW - age * DAY })))
const neverSent: fc.Arbitrary<readonly Listed[]> = fc
  .array(fc.record({ isMine: fc.boolean(), age: fc.nat(50) }), { maxLength: 70 })
  .map((all) => all.map(({ age, isMine }, i) => listed({ isMine, id: `d${i}`, at: NOW - age * DAY })))

/** A town: what was sent in, what never was, and what a draft of his own asks of the reader. */
const town = fc.record({
  sent: sentIn,
  never: neverSent,
  task: fc.option(fc.constant<Task>('write')),
})
type Town = {
  readonly sent: readonly Listed[]
  readonly never: readonly Listed[]
  readonly task: Task | null
}

const unsentOf = (never: readonly Listed[]) => {
  const mine = never.filter(({ isMine }) => isMine).length
  return { mine, others: never.length - mine }
}

/** As a database does it: which are meant, in their order, a stretch of them. */
const foundIn = ({ sent, never, task }: Town, isFound: (id: string) => boolean): Found & { rows: number } => {
  const those = never.filter(({ id }) => isFound(id))
  const has = new Set(sent.map(({ id }) => id).filter(isFound))
  const found = {
    rows: 0,
    has: (id: string) => has.has(id),
    unsent: unsentOf(those),
    read: ({ whose, order, offset, limit }: Stretch) => {
      const meant = those.filter(({ isMine }) => whose === 'all' || isMine === (whose === 'mine'))
      const sorted = meant.toSorted((a, b) => (order === 'oldest' ? a.at - b.at : b.at - a.at))
      const rows = sorted.slice(offset, limit > 0 ? offset + limit : undefined)
      found.rows += rows.length
      return Promise.resolve(rows.map((one) => ({ ...one, task: one.isMine ? task : null })))
    },
  }
  return found
}

const shownIn = (all: Town, asked: Wanted, isFound: (id: string) => boolean = () => true) =>
  shownOf({ ...all, unsent: unsentOf(all.never) }, asked, foundIn(all, isFound))

/** The same of a list in which every content stands by itself. */
const everyOne = ({ sent, never, task }: Town): readonly Listed[] => [
  ...sent,
  ...never.map((one) => ({ ...one, task: one.isMine ? task : null })),
]
const wanted: fc.Arbitrary<Wanted> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  chip: fc.option(fc.constantFrom(...CHIPS)),
  words: fc.constant(''),
  page: fc.integer({ min: -2, max: 9 }),
})

const ofTask = (one: Listed): number => (one.task ? TASKS.indexOf(one.task) : TASKS.length)
/** What decides where a row stands: equal ones may stand either way. */
const place = (one: Listed): readonly [number, number] => [ofTask(one), one.task ? one.at : -one.at]
const byPlace = (a: Listed, b: Listed): number => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]

describe('DESK-41 what a list shows', () => {
  it('DESK-41 its pages together are all that fit, each once, the reader’s turn first, at most twenty a page', async () => {
    await fc.assert(
      fc.asyncProperty(town, wanted, async (all, asked) => {
        const first = await shownIn(all, { ...asked, page: 1 })
        const numbers = Array.from({ length: first.pages }, (_, i) => i + 1)
        const pages = await Promise.all(numbers.map((page) => shownIn(all, { ...asked, page })))
        const rows = pages.flatMap((page) => page.rows)
        expect(pages.every((page) => page.rows.length <= PAGE)).toBe(true)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(first.waiting + first.others)
        expect(rows).toHaveLength(first.waiting + first.others)
        expect(rows.map(({ task }) => task !== null)).toEqual([
          ...Array.from({ length: first.waiting }, () => true),
          ...Array.from({ length: first.others }, () => false),
        ])
        if (asked.chip) expect(rows).toHaveLength(first.counts[asked.chip])
        expect(first.total).toBe(all.sent.length + all.never.length)
        expect(first.mine).toBe(everyOne(all).filter(({ isMine }) => isMine).length)
        if (asked.scope === 'mine') expect(rows.every(({ isMine }) => isMine)).toBe(true)
        const there = await shownIn(all, asked)
        expect(there.page).toBeGreaterThanOrEqual(1)
        expect(there.page).toBeLessThanOrEqual(there.pages)
      }),
    )
  })

  it('DESK-41 its rows are those, and in that order, of a list in which every content was read', async () => {
    await fc.assert(
      fc.asyncProperty(town, wanted, fc.boolean(), async (all, asked, isSearch) => {
        const isFound = (id: string) => !isSearch || Number(id.slice(1)) % 3 === 0
        const scoped = everyOne(all).filter(({ isMine }) => asked.scope === 'all' || isMine)
        const chosen = scoped
          .filter((one) => (asked.chip ? CHIP_HOLDS[asked.chip](one) : true) && isFound(one.id))
          .toSorted(byPlace)
        const { rows, page, counts } = await shownIn(all, asked, isFound)
        expect(rows.map(place)).toEqual(chosen.slice((page - 1) * PAGE, page * PAGE).map(place))
        for (const chip of CHIPS)
          expect([chip, counts[chip]]).toEqual([chip, scoped.filter(CHIP_HOLDS[chip]).length])
      }),
    )
  })

  it('DESK-41 of what nobody sent in no more is read than a page and what was sent in', async () => {
    await fc.assert(
      fc.asyncProperty(town, wanted, async (all, asked) => {
        const found = foundIn(all, () => true)
        await shownOf({ ...all, unsent: unsentOf(all.never) }, asked, found)
        expect(found.rows).toBeLessThanOrEqual(PAGE + all.sent.length)
      }),
    )
  })

  it('DESK-41 what is looked for narrows the rows, not the counts of the chips', async () => {
    const sent = [listed({ id: 'a', stage: 'returned' }), listed({ id: 'b', stage: 'returned' })]
    const never = [listed({ id: 'c' }), listed({ id: 'd' })]
    const asked: Wanted = { scope: 'all', chip: null, words: '二', page: 1 }
    const shown = await shownIn({ sent, never, task: 'write' }, asked, (id) => 'bd'.includes(id))
    expect(shown.rows.map(({ id }) => id)).toEqual(['d', 'b'])
    expect(shown.counts).toMatchObject({ draft: 2, returned: 2 })
  })

  it('DESK-41 what waits longest stands first of its kind, what presses most before all', async () => {
    const sent = [
      listed({ id: 'new', task: 'mend', stage: 'returned', at: NOW - DAY }),
      listed({ id: 'old', task: 'mend', stage: 'returned', at: NOW - 3 * DAY }),
      listed({ id: 'back', task: 'write', stage: 'retracted', at: NOW - 5 * DAY }),
      listed({ id: 'over', stage: 'released', at: NOW }),
    ]
    const never = [
      listed({ id: 'his', isMine: false, at: NOW - DAY }),
      listed({ id: 'begun', at: NOW - 9 * DAY }),
      listed({ id: 'fresh', at: NOW - DAY }),
    ]
    const asked: Wanted = { scope: 'all', chip: null, words: '', page: 1 }
    const { rows } = await shownIn({ sent, never, task: 'write' }, asked)
    expect(rows.map(({ id }) => id)).toEqual(['old', 'new', 'begun', 'back', 'fresh', 'over', 'his'])
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
    expect(initialsOf(typed)(text)).toBe(wanted)
  })
})
