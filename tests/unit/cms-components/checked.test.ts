import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askLines } from '../../../cms/components/submission/asks.ts'
import { isAnswered } from '../../../cms/components/submission/Asks.tsx'
import { checkedLines, findingsOf, remedied, townOf } from '../../../cms/components/content/checked.ts'
import { KINDS } from '../../../src/content/index.ts'

const town = townOf({ hotlines: ['110', '96110'], hosts: [], terms: [] })
const draftOf = (collection: string, data: Readonly<Record<string, unknown>>) => ({
  kinds: KINDS,
  collection,
  data,
  town,
})
const [CASES, TECHNIQUES] = ['cases', 'techniques']

describe('CHK-19 the form', () => {
  it('CHK-19 a draft as it is typed gives sentences at the fields of the form, with their line and remedy', () => {
    const data = { title: '老刘的教训', story: '\n王建国在公园。\n\n  打96ll0  问一问\n', lesson: '' }
    expect(checkedLines(draftOf(CASES, data), 'zh')).toEqual([
      {
        code: 'CHECK_REAL_NAME',
        level: 'ask',
        sentence: '“王建国”是真名吗？请确认是化名，或改成化名',
        field: 'story',
        hint: 'line 1',
        start: 0,
        end: 3,
        remedy: { zh: '改成化名', en: 'Write another name', start: 0, end: 3, to: '老刘' },
      },
      expect.objectContaining({ code: 'CHECK_HOTLINE_WRONG', level: 'stop', field: 'story', hint: 'line 2' }),
    ])
    expect(checkedLines(draftOf(CASES, data), 'en')[0]?.sentence).toContain('a real name')
    expect(findingsOf(draftOf('none such', data))).toEqual([])
  })

  it('CHK-19 pressing every remedy, one after the other, leaves what is written beside it, line by line', () => {
    let story = '  头一行\n\n王建国（身份证500118195202301236）在公园\r\n打96ll0，问李秀兰女士\n最后一行'
    for (let left = 10; left > 0; left -= 1) {
      const found = findingsOf(draftOf(CASES, { story })).find(({ remedy }) => remedy)
      if (!found?.remedy) break
      story = remedied(story, found.remedy, found.hint)
    }
    expect(story).toBe('  头一行\n\n老刘在公园\r\n打96110，问刘女士\n最后一行')
  })

  it('CHK-19 a remedy changes its own line alone, whatever the others are', () => {
    const lines = fc.array(fc.constantFrom('', '  ', '头一行', ' 打96110 '), { maxLength: 5 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const story = [...before, '王建国在公园', ...after].join('\n')
        const [found] = findingsOf(draftOf(CASES, { story }))
        expect(found?.remedy && remedied(story, found.remedy, found.hint)).toBe(
          [...before, '老刘在公园', ...after].join('\n'),
        )
      }),
    )
  })

  it('CHK-19 what the swindler says is asked of nobody, what you do is', () => {
    const steps = [{ heSays: '扫码领鸡蛋', youDo: '扫码看一看' }]
    expect(
      checkedLines(draftOf(TECHNIQUES, { title: '鸡蛋', steps }), 'zh').map(({ field }) => field),
    ).toEqual(['steps.0.youDo'])
  })
})

describe('CHK-15 beside 通过', () => {
  const findings = findingsOf(draftOf(CASES, { story: '王建国在公园\n打13812345678' }))
  const confirmed = [{ code: 'CHECK_REAL_NAME', words: ['王建国'], reason: '是化名', by: '1' }]

  it('CHK-15 each thing asked stands once, with who answered for it and why; a stop cannot be ticked away', () => {
    const lines = askLines(
      findings,
      [
        { decision: 'submit', by: '周小敏', confirmed },
        { decision: 'approve', by: '罗志强', confirmed: [{ ...confirmed[0]!, reason: '问过了' }] },
      ],
      'zh',
    )
    expect(lines.map(({ code, level, said, needsReason }) => ({ code, level, said, needsReason }))).toEqual([
      {
        code: 'CHECK_REAL_NAME',
        level: 'ask',
        said: [
          { who: '周小敏（送审）', reason: '是化名' },
          { who: '罗志强（审核通过）', reason: '问过了' },
        ],
        needsReason: false,
      },
      { code: 'CHECK_PHONE_NUMBER', level: 'stop', said: [], needsReason: true },
    ])
    expect(isAnswered(lines, { CHECK_REAL_NAME: '', CHECK_PHONE_NUMBER: '好' })).toBe(false)
    expect(isAnswered(lines.slice(0, 1), {})).toBe(false)
    expect(isAnswered(lines.slice(0, 1), { CHECK_REAL_NAME: '' })).toBe(true)
  })

  it('CHK-15 what nobody spoke of needs a reason, and what is no longer asked still tells who answered', () => {
    const own = findings.filter(({ level }) => level === 'ask')
    const [asked] = askLines(own, [{ decision: 'submit', by: '周小敏', confirmed: [] }], 'zh')
    expect(asked && [asked.needsReason, isAnswered([asked], { CHECK_REAL_NAME: ' ' })]).toEqual([true, false])
    const [gone] = askLines([], [{ decision: 'submit', by: '周小敏', confirmed }], 'zh')
    expect(gone).toMatchObject({ sentences: ['“王建国”'], said: [{ reason: '是化名' }], needsReason: false })
  })
})
