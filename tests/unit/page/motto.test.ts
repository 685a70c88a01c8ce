import { describe, expect, it } from 'vitest'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { mottoDrafts } from '../../../src/page/motto.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const drafts = (name: keyof typeof DEMO_SCREENS, text: string) =>
  mottoDrafts(sheetOf(DEMO_SCREENS[name], METRICS) as Sheet, { field: 'text', text }) ?? []

describe('motto', () => {
  it('has the page to itself, larger than a headline', () => {
    const [page] = drafts('wall', '天上不会 掉馅饼')
    expect(page?.map((op) => op.op === 'text' && [op.text, op.size])).toEqual([
      ['天上不会', 168],
      ['掉馅饼', 168],
    ])
  })

  it('stays on one page as long as it reads at ease', () => {
    expect(drafts('wall', '陌生来电不轻信 未知链接不点击 个人信息不透露')).toHaveLength(1)
    expect(drafts('market', '陌生来电不轻信 未知链接不点击 个人信息不透露')).toHaveLength(1)
  })
})
