import { describe, expect, it } from 'vitest'
import { caseKind } from '../../../src/content/case/index.ts'
import { sloganKind } from '../../../src/content/slogan/index.ts'
import { techniqueKind } from '../../../src/content/technique/index.ts'
import { KINDS, themesOf } from '../../../src/content/index.ts'
import * as lists from '../../../src/model/taxonomy.ts'
import * as names from '../../../src/lexicon/taxonomy.ts'
import { PLACE_TYPE_WORDS } from '../../../src/lexicon/places.ts'
import { AUDIENCES } from '../../../src/model/content.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import { buildCase, buildSlogan, laidOut } from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const DRAFT = { title: '两个月，人去楼空', fraudClass: 'care-investment', story: '利息准时到账。' }
const CHOSEN = {
  status: 'judged',
  outcome: 'part-recovered',
  amount: 'to-200000',
  officialClass: 'fake-investment',
  method: 'virtual-card',
  channels: ['meeting', 'phone'],
}
const freeze = (more: object = {}) => caseKind.freeze({ ...DRAFT, ...more }, {}).body

/** Of each list its values and its names. */
const PAIRS = [
  [lists.OFFICIAL_CLASSES, names.OFFICIAL_CLASS_WORDS],
  [lists.METHODS, names.METHOD_WORDS],
  [lists.THEMES, names.THEME_WORDS],
  [lists.CHANNELS, names.CHANNEL_WORDS],
  [AUDIENCES, names.AUDIENCE_WORDS],
  [lists.PLACE_TYPES, PLACE_TYPE_WORDS],
  [lists.AMOUNT_BANDS, names.AMOUNT_BAND_WORDS],
  [lists.OUTCOMES, names.OUTCOME_WORDS],
  [lists.CASE_STATUSES, names.CASE_STATUS_WORDS],
  [lists.STEP_PARTS, names.STEP_PART_WORDS],
  [lists.RED_FLAGS, names.RED_FLAG_WORDS],
  [lists.OCCASIONS, names.OCCASION_WORDS],
  [lists.STAGES, names.CAMPAIGN_STAGE_WORDS],
] as const

describe('CNT-7 the lists contents are sorted by', () => {
  it('CNT-7 name each value once, in both languages', () => {
    for (const [values, words] of PAIRS) {
      expect(Object.keys(words).toSorted()).toEqual([...values].toSorted())
      for (const language of ['zh', 'en'] as const) {
        const said = Object.values(words).map((one) => one[language])
        expect(said.every((one) => one.trim() !== '')).toBe(true)
        expect(new Set(said).size).toBe(said.length)
      }
      expect(Object.values(words).every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(true)
      expect(Object.values(words).some(({ en }) => /\p{Script=Han}/u.test(en))).toBe(false)
    }
  })

  it('CNT-7 a theme is an official class or a method, each once', () => {
    expect(lists.THEMES.toSorted()).toEqual(
      [...new Set([...lists.OFFICIAL_CLASSES, ...lists.METHODS])].toSorted(),
    )
  })
})

describe('CNT-6 what is chosen of a content', () => {
  it('CNT-6 is frozen with it, each value once and in the order of its list', () => {
    expect(freeze(CHOSEN).facts).toEqual({ ...CHOSEN, channels: ['phone', 'meeting'] })
    expect(freeze({ ...CHOSEN, channels: ['phone', 'phone'] }).facts?.channels).toEqual(['phone'])
  })

  it('CNT-6 a draft that says nothing freezes to the bytes it froze to, and nonsense says nothing', () => {
    const before =
      '{"accent":"","fraudClass":"care-investment","kind":"case","lesson":"","lines":["利息准时到账。"],"photo":null,"title":"两个月，人去楼空"}'
    expect(canonicalJson(freeze())).toBe(before)
    const nonsense = {
      status: 'toString',
      outcome: 7,
      amount: ['none'],
      method: null,
      officialClass: {},
      channels: 'phone',
      techniques: [7, '', 'x'.repeat(65)],
      lawNote: ' ',
    }
    expect(canonicalJson(freeze(nonsense))).toBe(before)
  })

  it('CNT-6 is recognised again; of what a younger version chose it keeps what it does not know and tells the rest', () => {
    const younger = { ...freeze(CHOSEN), facts: { ...CHOSEN, channels: ['phone', 'thought'], mood: 'bad' } }
    expect(caseKind.isBody(younger)).toBe(true)
    expect(caseKind.isBody({ ...freeze(), facts: { channels: 'phone' } })).toBe(false)
    expect(caseKind.isBody({ ...freeze(), facts: { status: 7 } })).toBe(false)
    expect(caseKind.isBody({ ...freeze(), techniques: 'one' })).toBe(false)
    const told = caseKind.facts?.(younger as never) ?? []
    expect(told.map(({ label }) => label.zh)).toEqual([
      '案子到了哪一步',
      '结果',
      '损失',
      '官方分类',
      '手法',
      '从哪里来',
    ])
    expect(told.at(-1)).toMatchObject({ values: [{ zh: '电话', en: 'Telephone' }] })
  })

  it('CNT-6 stands on no page and no sheet; techniques are told as contents, ten at most', () => {
    const more = { facts: freeze(CHOSEN).facts ?? {}, lawNote: '骗老人养老钱，要坐牢。', techniques: ['t1'] }
    const told = buildCase(more)
    for (const layout of caseKind.layouts)
      expect(laidOut(told, DEMO_SCREENS.wall, { layout })).toEqual(
        laidOut(buildCase(), DEMO_SCREENS.wall, { layout }),
      )
    expect(caseKind.sheetWords(told)).toEqual(caseKind.sheetWords(buildCase()))
    expect(caseKind.facts?.(told).at(-1)).toMatchObject({ contents: [{ kind: 'technique', id: 't1' }] })
    const many = Array.from({ length: 11 }, (_, i) => `t${i}`)
    expect(caseKind.freeze({ ...DRAFT, techniques: many }, {}).faults).toMatchObject([
      { code: 'TOO_MANY_ITEMS', field: 'techniques', limit: 10, got: 11 },
    ])
  })

  it('CNT-6 a technique tells the part of each step and at most five red flags; its pages and sheets stay as they are', () => {
    const draft = { title: '免费鸡蛋', fraudClass: 'care-product' }
    const steps = [
      { heSays: '鸡蛋免费领', youDo: '白送的不拿', part: 'hook' },
      { heSays: '今天就没有了', youDo: '先回家', part: 'panic' },
    ]
    const { body, faults } = techniqueKind.freeze({ ...draft, steps, redFlags: ['haste', 'secrecy'] }, {})
    expect(faults).toEqual([])
    const [first, second] = steps.map(({ heSays, youDo }) => ({ heSays, youDo }))
    expect(body.steps).toEqual([{ ...first, part: 'hook' }, second])
    expect(techniqueKind.facts?.(body)).toEqual([
      {
        label: { zh: '每一步在干什么', en: 'Part of each step' },
        values: [{ zh: '1 引您上钩', en: '1 Hook' }],
      },
      {
        label: { zh: '露馅的地方', en: 'What gives him away' },
        values: [names.RED_FLAG_WORDS.secrecy, names.RED_FLAG_WORDS.haste],
      },
    ])
    const plain = techniqueKind.freeze({ ...draft, steps: [first, second] }, {}).body
    expect(canonicalJson(plain)).toBe(
      '{"accent":"","fraudClass":"care-product","kind":"technique","steps":[{"heSays":"鸡蛋免费领","youDo":"白送的不拿"},{"heSays":"今天就没有了","youDo":"先回家"}],"title":"免费鸡蛋"}',
    )
    for (const layout of techniqueKind.layouts)
      expect(laidOut(body, DEMO_SCREENS.wall, { layout })).toEqual(
        laidOut(plain, DEMO_SCREENS.wall, { layout }),
      )
    expect(techniqueKind.sheetWords(body)).toEqual(techniqueKind.sheetWords(plain))
    expect(techniqueKind.isBody({ ...plain, steps: [{ ...first, part: 7 }] })).toBe(false)
    const all = techniqueKind.freeze({ ...draft, steps, redFlags: lists.RED_FLAGS }, {})
    expect(all.faults).toMatchObject([{ code: 'TOO_MANY_ITEMS', field: 'redFlags', limit: 5, got: 11 }])
  })

  it('CNT-6 a slogan tells its halves and its occasion; one of before has the bytes it had', () => {
    const draft = { text: '天上不会掉馅饼 高息背后有圈套', accent: '圈套' }
    const plain = sloganKind.freeze(draft, {}).body
    expect(canonicalJson(plain)).toBe(
      '{"accent":"圈套","kind":"slogan","text":"天上不会掉馅饼 高息背后有圈套"}',
    )
    const body = sloganKind.freeze({ ...draft, occasion: 'market-day', method: 'virtual-card' }, {}).body
    expect(
      sloganKind.facts?.(body).map((fact) => 'values' in fact && fact.values.map(({ zh }) => zh)),
    ).toEqual([['7 个字', '7 个字'], ['股权卡、虚拟币'], ['赶集日']])
    expect(sloganKind.facts?.(buildSlogan({ text: '守住养老钱' }))).toEqual([])
    expect(themesOf(KINDS, { body })).toEqual(['virtual-card'])
    expect(laidOut(body, DEMO_SCREENS.wall)).toEqual(laidOut(plain, DEMO_SCREENS.wall))
  })

  it('CHK-7 a case is judged where its status says so, and by nothing else', () => {
    const judged = lists.CASE_STATUSES.filter((status) => caseKind.isJudged?.(freeze({ status })) === true)
    expect(judged).toEqual(['judged'])
    expect(caseKind.isJudged?.(freeze())).toBe(false)
  })
})

describe('CNT-8 the themes of a content', () => {
  it('CNT-8 are its class of fraud, its official class and its method, each once', () => {
    const of = (more: object) => themesOf(KINDS, { body: freeze(more) })
    expect(of({})).toEqual(['care-investment'])
    expect(of(CHOSEN)).toEqual(['care-investment', 'fake-investment', 'virtual-card'])
    expect(of({ fraudClass: 'fake-police', method: 'fake-police' })).toEqual(['fake-police'])
    expect(of({ fraudClass: 'other' })).toEqual([])
    expect(themesOf(KINDS, { body: buildSlogan() })).toEqual([])
  })
})
