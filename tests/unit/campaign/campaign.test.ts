import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  campaignFaults,
  isMeantOn,
  requiredOn,
  runsOn,
  shortOf,
  spanOf,
  stagesOn,
  type Campaign,
  type Goal,
} from '../../../src/campaign/index.ts'
import { PLACE_TYPES, STAGES, THEMES } from '../../../src/model/taxonomy.ts'
import { addDays } from '../../../src/time/index.ts'

const FIRST = '2026-05-26'
const day = (n: number): string => addDays(FIRST, n)

/** The notice: half a month, five months beside it, half a month that begins before those end. */
const NOTICE: Campaign = {
  id: 'notice',
  name: '打击整治养老诈骗专项行动',
  stages: [
    { stage: 'mobilise', name: '', fromDate: day(0), untilDate: day(15) },
    { stage: 'crack-down', name: '', fromDate: day(0), untilDate: day(165) },
    { stage: 'consolidate', name: '回头看', fromDate: day(160), untilDate: day(180) },
  ],
  themes: ['care-product'],
  goals: [{ theme: 'ai-voice', placeType: 'market', minutes: 30 }],
}

const days = fc.integer({ min: 0, max: 400 }).map(day)
const stage = fc
  .record({ stage: fc.constantFrom(...STAGES), name: fc.constant(''), a: days, b: days })
  .map(({ a, b, ...rest }) => ({ ...rest, fromDate: a < b ? a : b, untilDate: a < b ? b : a }))
const goal: fc.Arbitrary<Goal> = fc.record({
  theme: fc.constantFrom(...THEMES),
  placeType: fc.constantFrom(...PLACE_TYPES.slice(0, 3)),
  minutes: fc.integer({ min: 1, max: 1440 }),
})
const campaign: fc.Arbitrary<Campaign> = fc.record({
  id: fc.uuid(),
  name: fc.constant('行动'),
  stages: fc.array(stage, { maxLength: 5 }),
  themes: fc.subarray([...THEMES]),
  goals: fc.array(goal, { maxLength: 6 }),
})

describe('CMP-2 what runs on a day', () => {
  it('CMP-2 stages overlap: each runs from its first day to its last, both included', () => {
    const on = (n: number) => stagesOn(NOTICE, day(n)).map((one) => one.stage)
    expect(on(-1)).toEqual([])
    expect(on(0)).toEqual(['mobilise', 'crack-down'])
    expect(on(15)).toEqual(['mobilise', 'crack-down'])
    expect(on(16)).toEqual(['crack-down'])
    expect(on(165)).toEqual(['crack-down', 'consolidate'])
    expect(on(180)).toEqual(['consolidate'])
    expect(on(181)).toEqual([])
    expect(spanOf(NOTICE)).toEqual({ fromDate: day(0), untilDate: day(180) })
    expect(spanOf({ stages: [] })).toBeNull()
  })

  it('CMP-2 a campaign runs on the days of its span that a stage holds, and on no other', () => {
    fc.assert(
      fc.property(campaign, days, (plan, today) => {
        const span = spanOf(plan)
        if (!span || today < span.fromDate || today > span.untilDate) expect(runsOn(plan, today)).toBe(false)
        if (span) expect([runsOn(plan, span.fromDate), runsOn(plan, span.untilDate)]).toEqual([true, true])
        expect(runsOn(plan, today)).toBe(
          plan.stages.some(({ fromDate, untilDate }) => fromDate <= today && today <= untilDate),
        )
      }),
    )
  })

  it('CMP-2 required are themes and goals of what runs, of one theme at one kind of place the highest', () => {
    const other: Campaign = {
      ...NOTICE,
      id: 'other',
      themes: ['fake-police'],
      goals: [
        { theme: 'ai-voice', placeType: 'market', minutes: 45 },
        { theme: 'ai-voice', placeType: 'park', minutes: 10 },
      ],
    }
    expect(requiredOn([NOTICE, other], day(0))).toEqual({
      themes: ['care-product', 'fake-police', 'ai-voice'],
      goals: [
        { theme: 'ai-voice', placeType: 'market', minutes: 45 },
        { theme: 'ai-voice', placeType: 'park', minutes: 10 },
      ],
    })
    expect(requiredOn([NOTICE, other], day(200))).toEqual({ themes: [], goals: [] })
  })

  it('CMP-2 whatever the plans: every goal of what runs is met by what is required, which asks for nothing else', () => {
    fc.assert(
      fc.property(fc.array(campaign, { maxLength: 4 }), days, (plans, today) => {
        const { themes, goals } = requiredOn(plans, today)
        const running = plans.filter((plan) => runsOn(plan, today))
        const asked = running.flatMap((plan) => plan.goals)
        for (const one of asked)
          expect(
            goals.find(({ theme, placeType }) => theme === one.theme && placeType === one.placeType)?.minutes,
          ).toBeGreaterThanOrEqual(one.minutes)
        for (const one of goals) expect(asked).toContainEqual(one)
        const keys = goals.map(({ theme, placeType }) => `${theme} ${placeType}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(themes)).toEqual(
          new Set([...running.flatMap((plan) => plan.themes), ...asked.map(({ theme }) => theme)]),
        )
        expect(requiredOn(plans.toReversed(), today).themes).toEqual(themes)
      }),
    )
  })

  it('CMP-2 a goal is short by what was played at its own kind of place, told beside it', () => {
    const { goals } = requiredOn([NOTICE], day(3))
    expect(shortOf(goals, () => 30)).toEqual([])
    expect(shortOf(goals, () => 29.5)).toEqual([{ ...goals[0], played: 29.5 }])
    expect(
      shortOf(goals, (theme, placeType) => (theme === 'ai-voice' && placeType === 'park' ? 60 : 0)),
    ).toEqual([{ ...goals[0], played: 0 }])
  })

  it('CMP-3 a content is meant for a day when its campaign runs in one of its stages, or in any where it names none', () => {
    const on = (n: number, stages: readonly ('mobilise' | 'consolidate')[], id = 'notice') =>
      isMeantOn({ campaign: id, stages }, NOTICE, day(n))
    expect([on(0, ['mobilise']), on(20, ['mobilise']), on(170, ['mobilise', 'consolidate'])]).toEqual([
      true,
      false,
      true,
    ])
    expect([on(20, []), on(181, []), on(20, [], 'other')]).toEqual([true, false, false])
    expect(isMeantOn({ campaign: null, stages: [] }, NOTICE, day(0))).toBe(false)
  })
})

describe('CMP-1 what is wrong with a plan', () => {
  it('CMP-1 every fault at once, each at its field; overlap and gaps are none', () => {
    expect(campaignFaults(NOTICE)).toEqual([])
    const [mobilise, crackDown] = NOTICE.stages
    const faults = campaignFaults({
      stages: [
        { ...mobilise!, untilDate: day(-1) },
        { ...crackDown!, fromDate: '2026-02-30', untilDate: 'soon' },
      ],
      goals: [
        { theme: 'ai-voice', placeType: 'market', minutes: 0 },
        null,
        { theme: 'ai-voice', placeType: 'market', minutes: 20 },
        { theme: 'ai-voice', placeType: 'park', minutes: 7.5 },
        { theme: 'romance', placeType: 'park', minutes: Number.NaN },
      ],
    })
    expect(faults.map(({ code, field }) => [code, field])).toEqual([
      ['CAMPAIGN_STAGE_REVERSED', 'stages.0.untilDate'],
      ['DATE_INVALID', 'stages.1.fromDate'],
      ['DATE_INVALID', 'stages.1.untilDate'],
      ['CAMPAIGN_MINUTES_INVALID', 'goals.0.minutes'],
      ['CAMPAIGN_GOAL_TWICE', 'goals.2.theme'],
      ['CAMPAIGN_MINUTES_INVALID', 'goals.3.minutes'],
      ['CAMPAIGN_MINUTES_INVALID', 'goals.4.minutes'],
    ])
  })

  it('CMP-1 a plan whose days run forward and whose goals differ has no fault, however its stages lie', () => {
    fc.assert(
      fc.property(campaign, (plan) => {
        const goals = requiredOn([{ ...plan, stages: [NOTICE.stages[0]!] }], day(0)).goals
        expect(campaignFaults({ stages: plan.stages, goals })).toEqual([])
      }),
    )
  })
})
