import { describe, expect, it } from 'vitest'
import { bareDrafts, hotlineWording } from '../../../src/page/bare.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { buildHotline } from '../../builders/content.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../builders/screen.ts'

const texts = (sheet: Sheet, ...words: readonly string[]): readonly string[] =>
  bareDrafts(
    sheet,
    words.map((text) => ({ field: 'text', text })),
  ).drafts.map((draft) => draft.flatMap((op) => (op.op === 'text' ? [op.text] : [])).join('/'))
const strip = sheetOf(DEMO_SCREENS.strip, METRICS) as Sheet

describe('bare panels', () => {
  it('PAGE-8 a strip shows pauses as spaces and drops the last', () => {
    expect(texts(strip, '高息返了两个月，第三个月人去楼空。')).toEqual(['高息返了两个月 第三个月人去楼空'])
  })

  it('PAGE-8 all of a strip stands at one size, in the middle', () => {
    const { drafts } = bareDrafts(strip, [
      { field: 'a', text: '五间镇' },
      { field: 'b', text: '守住养老钱 幸福享晚年 不听不信不转账 好吗' },
    ])
    const sizes = drafts.flatMap((d) => d.flatMap((op) => (op.op === 'text' ? [op.size] : [])))
    expect(new Set(sizes)).toEqual(new Set([32]))
    expect(drafts[0]?.[0]).toMatchObject({ xs: [272, 304, 336], y: 28 })
  })

  it('PAGE-8 the hotline is a message with the number in the accent', () => {
    expect(hotlineWording(buildHotline())).toEqual({
      field: 'hotline',
      text: '拿不准？先打96110',
      accent: '96110',
    })
  })

  it('a very small panel sets several lines', () => {
    const small = sheetOf(
      buildScreenProfile({
        width: 128,
        height: 64,
        pitchMm: 10,
        colour: 'mono',
        distance: { near: 1, typical: 6, far: 9 },
      }),
      METRICS,
    )
    expect(texts(small as Sheet, '保本高息是骗局 先打96110再掏钱')).toEqual([
      '保本高息是骗局/先打96110再掏钱',
    ])
    expect(texts(small as Sheet, '   ')).toEqual([])
  })

  it('I14 a text that cannot be set is a fault with its field', () => {
    const { faults } = bareDrafts(strip, [{ field: 'lines.2', text: '”'.repeat(50) }])
    expect(faults).toMatchObject([{ code: 'TEXT_DOES_NOT_FIT', field: 'lines.2' }])
  })
})
