import { describe, expect, it } from 'vitest'
import { charactersToRead, doesNotFit, finished, goodPx } from '../../../src/page/draft.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { buildHotline } from '../../builders/content.ts'
import { buildPage, buildText } from '../../builders/page.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const sheet = (name: keyof typeof DEMO_SCREENS): Sheet => sheetOf(DEMO_SCREENS[name], METRICS) as Sheet

describe('draft', () => {
  it('PAGE-5 counts what there is to read', () => {
    expect(charactersToRead(buildPage({}, buildText('天上 不会'), buildText('案例', { quiet: true })))).toBe(
      4,
    )
  })

  it('PAGE-7 adds the foot on panels that have one, template and dwell on all', () => {
    const drafts = [[buildText('天上不会掉馅饼')], [buildText('好')]]
    const wall = finished(sheet('wall'), drafts, 'slogan@1', buildHotline())
    expect(wall.map((p) => [p.template, p.dwellMs, p.width])).toEqual([
      ['slogan@1', 15_000, 1280],
      ['slogan@1', 15_000, 1280],
    ])
    expect(wall[0]?.ops.length).toBeGreaterThan(3)
    expect(finished(sheet('strip'), drafts, 'slogan@1', buildHotline())[0]?.ops).toEqual(drafts[0])
  })

  it('another page is better than going far under the wanted size', () => {
    expect(goodPx(sheet('wall'), 92)).toBe(60)
    expect(goodPx(sheet('strip'), 32)).toBe(16)
  })

  it('I14 a fault names field and panel', () => {
    expect(doesNotFit(DEMO_SCREENS.strip, 'title')).toMatchObject({
      code: 'TEXT_DOES_NOT_FIT',
      field: 'title',
      hint: '640×32',
    })
  })
})
