import { describe, expect, it } from 'vitest'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { techniqueDrafts, techniqueWordings } from '../../../src/page/technique.ts'
import { buildTechnique } from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

describe('technique', () => {
  it('a title page, then a page a step', () => {
    const { drafts, faults } = techniqueDrafts(sheetOf(DEMO_SCREENS.wall, METRICS) as Sheet, buildTechnique())
    expect(faults).toEqual([])
    expect(drafts).toHaveLength(3)
  })

  it('what he says stands in quotation marks, once', () => {
    const steps = [
      { heSays: '随时能取', youDo: '不信' },
      { heSays: '“随时能取”', youDo: '不信' },
    ]
    expect(techniqueWordings(buildTechnique({ steps })).map((w) => w.text)).toEqual([
      '“保本高息”是怎样骗走养老钱的',
      '他说：“随时能取”',
      '您这样做：不信',
      '他说：“随时能取”',
      '您这样做：不信',
    ])
  })
})
