import { describe, expect, it } from 'vitest'
import { fit } from '../../../src/page/fit.ts'
import { blockOps, quietRun } from '../../../src/page/ink.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { wholeOf } from '../../../src/page/pagination.ts'
import { preparedText } from './sample.ts'

const inks = { text: '#F2EFE8', accent: '#FFB300' } as const
const size = { font: 'sans' as const, px: 100 }
const box = { x: 50, y: 0, width: 800, height: 400, hang: 50, trail: 50 }

describe('ink', () => {
  it('a new op wherever the colour changes, on one baseline', () => {
    const block = fit([wholeOf(preparedText('高息返了两个月', '两个月'))], box, [size], METRICS)
    const ops = block ? blockOps(block, box, 10, inks, METRICS) : []
    expect(ops).toMatchObject([
      { text: '高息返了', fill: '#F2EFE8', y: 96, xs: [50, 150, 250, 350] },
      { text: '两个月', fill: '#FFB300', y: 96, xs: [450, 550, 650] },
    ])
  })

  it('PAGE-6 a quote without room outside pushes the whole block, so that the edge stays one', () => {
    const tight = { ...box, hang: 0 }
    const block = fit([wholeOf(preparedText('“免费” 现场'))], { ...tight, width: 300 }, [size], METRICS)
    const ops = block ? blockOps(block, { ...tight, width: 300 }, 0, inks, METRICS) : []
    const edges = ops.map((op) => op.op === 'text' && op.xs[op.text.startsWith('“') ? 1 : 0])
    expect(new Set(edges).size).toBe(1)
    expect(edges[0]).toBeGreaterThan(50)
  })

  it('a run knows its width and is quiet', () => {
    const run = quietRun('96110', size, '#FFB300', METRICS)
    expect(run.width).toBe(295)
    expect(run.ops(10, 20)).toMatchObject([{ text: '96110', quiet: true, xs: [10, 69, 128, 187, 246] }])
  })
})
