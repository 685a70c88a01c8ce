import { describe, expect, it } from 'vitest'
import { ascentOf, bestOf, fit, inkHeightOf, leadingOf } from '../../../src/page/fit.ts'
import { ladder } from '../../../src/page/legibility.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { wholeOf } from '../../../src/page/pagination.ts'
import { buildScreenProfile } from '../../builders/screen.ts'
import { preparedText } from './sample.ts'

const box = { x: 0, y: 0, width: 800, height: 400, hang: 50, trail: 40 }
const sizes = ladder(buildScreenProfile(), 112, 48)

describe('fit', () => {
  it('takes the largest size that fits', () => {
    const block = fit([wholeOf(preparedText('天上不会 掉馅饼'))], box, sizes, METRICS)
    expect(block).toMatchObject({ size: { font: 'sans', px: 112 }, bad: 0 })
    expect(block?.paragraphs[0]).toHaveLength(2)
  })

  it('takes a little less to keep words whole', () => {
    const block = fit(
      [wholeOf(preparedText('第三个月人去楼空跑路了'))],
      { ...box, width: 430 },
      sizes,
      METRICS,
    )
    expect(block?.bad).toBe(0)
  })

  it('answers undefined when nothing fits', () => {
    expect(fit([wholeOf(preparedText('天上不会'))], { ...box, height: 20 }, sizes, METRICS)).toBeUndefined()
  })

  it('two beats stand apart', () => {
    const [a, b] = [wholeOf(preparedText('头两个月')), wholeOf(preparedText('准时到账'))]
    const together = fit([a, b], box, sizes, METRICS)
    expect(together?.paragraphs).toHaveLength(2)
    expect(together?.height).toBeGreaterThan(2 * leadingOf({ font: 'sans', px: 112 }))
  })

  it('bestOf weighs size against breaks', () => {
    const at = (px: number) => ({ font: 'sans' as const, px })
    const costs = new Map([
      [100, 3],
      [90, 0],
      [60, 0],
    ])
    const best = bestOf([at(100), at(90), at(60)], (s) => ({ made: s.px, cost: costs.get(s.px) ?? 0 }))
    expect(best).toBe(90)
  })

  it('a cell of the pixel font is 14 up and 2 down', () => {
    expect(ascentOf({ font: 'pixel', px: 32 }, METRICS)).toBe(28)
    expect(inkHeightOf({ font: 'pixel', px: 32 }, METRICS)).toBe(32)
  })
})
