import { describe, expect, test } from 'vitest'
import { tookOff, willTakeOff } from '../../../cms/components/submission/taken-off.ts'
import { trackOf } from '../../../cms/components/submission/track.ts'
import { waitingWords } from '../../../cms/components/submission/waiting-words.ts'
import type { ReviewCase } from '../../../cms/workflow/read.ts'
import { daysBetween, waitingSince } from '../../../cms/workflow/waiting.ts'
import type { Decision, SubmissionState } from '../../../src/model/people.ts'

const told = (state: SubmissionState, steps: readonly (readonly [Decision, string])[]): ReviewCase => ({
  submission: {
    id: 's',
    kind: 'case',
    title: 't',
    content: 'c',
    authors: ['a'],
    submittedBy: { id: 'a', name: '周小敏' },
    submittedAt: '2026-10-10T10:00:00.000Z',
  },
  approvals: steps.map(([decision, at]) => ({ decision, by: { id: 'b', name: '罗志强' }, at, comment: '' })),
  release: undefined,
  state,
})

describe('DESK-65 how long it waits and how far it came', () => {
  test('DESK-65 days are midnights of the town, since the last step', () => {
    const [evening, morning] = ['2026-10-11T15:59:00.000Z', '2026-10-11T16:01:00.000Z'].map((at) =>
      Date.parse(at),
    )
    expect(daysBetween(evening ?? 0, morning ?? 0)).toBe(1)
    expect(daysBetween(morning ?? 0, evening ?? 0)).toBe(0)
    const at = '2026-10-11T02:05:00.000Z'
    expect(waitingSince(told('in-review', []))).toBe(Date.parse('2026-10-10T10:00:00.000Z'))
    const later = '2026-10-12T02:05:00.000Z'
    for (const act of ['hand-over', 'remind'] as const)
      expect(
        waitingSince(
          told('reviewed', [
            ['approve', at],
            [act, later],
          ]),
        ),
      ).toBe(Date.parse(at))
    expect([waitingWords(0, 'zh'), waitingWords(2, 'zh')]).toEqual(['今天送到', '已等 2 天'])
  })

  test('DESK-65 the way names who took a step, the reader where it is his, and who stopped it', () => {
    const states = (one: ReviewCase, isMine: boolean) =>
      trackOf(one, isMine, 'zh').map(({ name, by, state }) => `${name.zh} ${by} ${state}`)
    expect(states(told('in-review', [['approve', '2026-10-11']]), true)).toEqual([
      '送审 周小敏 done',
      '初审 罗志强 done',
      '复审 您 now',
      '签发  ahead',
    ])
    expect(states(told('returned', [['return', '2026-10-11']]), false)).toEqual([
      '送审 周小敏 done',
      '退回 罗志强 stopped',
      '复审  ahead',
      '签发  ahead',
    ])
    const back: readonly (readonly [Decision, string])[] = [
      ['approve', '2026-10-11'],
      ['retract', '2026-10-12'],
    ]
    expect(states(told('retracted', back), false).at(-2)).toBe('撤回 罗志强 stopped')
    const issued: readonly (readonly [Decision, string])[] = [
      ['approve', '2026-10-11'],
      ['issue', '2026-10-12'],
    ]
    // By the policy of before, which asked for one look.
    expect(states(told('released', issued), false)).toEqual([
      '送审 周小敏 done',
      '初审 罗志强 done',
      '签发 罗志强 done',
    ])
  })
})

describe('DESK-67 what a withdrawal takes off', () => {
  const sheets = [
    { posting: '1', title: 't', place: '石桥村公告栏' },
    { posting: '2', title: 't', place: '石桥村公告栏' },
  ]
  test('DESK-67 before it: screens by name, and each place once', () => {
    expect(willTakeOff(['农贸市场', '文化广场'], sheets, 'zh')).toEqual([
      '撤下以后，2 块屏不再放它：农贸市场、文化广场。',
      '2 处海报要取下：石桥村公告栏。',
    ])
    expect(willTakeOff([], [], 'zh')).toEqual(['现在没有屏在放它。', '没有张贴着的海报要取下。'])
  })
  test('DESK-67 after it: what is off, what has not told, what still hangs', () => {
    const screens = [
      { name: '农贸市场', isOff: true },
      { name: '文化广场', isOff: false },
    ]
    expect(tookOff(screens, sheets, 'zh')).toEqual([
      '已不再放：农贸市场。',
      '还没有回执，连上就撤：文化广场。',
      '还有 2 处海报要取下：石桥村公告栏。',
    ])
    expect(tookOff([], [], 'zh')).toEqual(['撤下时没有屏在放它。'])
  })
})
