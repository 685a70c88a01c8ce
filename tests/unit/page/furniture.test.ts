import { describe, expect, it } from 'vitest'
import type { DrawOp } from '../../../src/model/page.ts'
import { footOps, labelOps, messageBox } from '../../../src/page/furniture.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { buildHotline } from '../../builders/content.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../builders/screen.ts'

const wall = sheetOf(DEMO_SCREENS.wall, METRICS) as Sheet
const texts = (ops: readonly DrawOp[]): readonly string[] =>
  ops.flatMap((op) => (op.op === 'text' ? [op.text] : []))

describe('furniture', () => {
  it('PAGE-7 the foot says what to do and the number; marks show which page, still', () => {
    const ops = footOps(wall, buildHotline())(1, 4)
    expect(texts(ops)).toEqual(['拿不准？先打', '96110'])
    const marks = ops.slice(-4)
    expect(marks.map((op) => op.op === 'rect' && op.fill)).toEqual([
      '#55524C',
      '#F2EFE8',
      '#55524C',
      '#55524C',
    ])
    expect(marks.at(-1)).toMatchObject({ x: 1180, w: 44, h: 12 })
  })

  it('PAGE-7 one page has no marks, many pages have narrow ones', () => {
    expect(footOps(wall, buildHotline())(0, 1)).toHaveLength(3)
    const many = footOps(wall, buildHotline())(0, 14).slice(3)
    expect(many).toHaveLength(14)
    expect(many[0]).toMatchObject({ op: 'rect' })
  })

  it('PAGE-7 a narrow panel keeps the clause with the number', () => {
    const narrow = sheetOf(
      buildScreenProfile({ width: 256, height: 256, pitchMm: 5, distance: { near: 1, typical: 5, far: 9 } }),
      METRICS,
    )
    expect(texts(footOps(narrow as Sheet, buildHotline())(0, 1))).toEqual(['先打', '96110'])
  })

  it('all of it is quiet: nothing to read anew', () => {
    for (const op of [...footOps(wall, buildHotline())(0, 3), ...labelOps(wall, '案例·投资理财')])
      if (op.op === 'text') expect(op.quiet).toBe(true)
  })

  it('the message stands between label and foot', () => {
    const box = messageBox(wall, true)
    expect(box.y).toBeGreaterThan(90)
    expect(box.y + box.height).toBeLessThan(720 - 108)
    expect(labelOps({ ...wall, hasLabel: false }, '案例')).toEqual([])
  })
})
