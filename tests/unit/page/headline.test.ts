import { describe, expect, it } from 'vitest'
import { headlineDrafts } from '../../../src/page/headline.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { sheetOf, type Sheet } from '../../../src/page/sheet.ts'
import { buildPicture } from '../../builders/content.ts'
import { buildScreenProfile, DEMO_SCREENS } from '../../builders/screen.ts'

const wall = sheetOf(DEMO_SCREENS.wall, METRICS) as Sheet
const title = { field: 'title', text: '高息返了两个月，第三个月人去楼空', accent: '两个月' }

describe('headline', () => {
  it('the picture stands at the right edge of a wide panel, under the label of a tall one', () => {
    const wide = headlineDrafts(wall, '案例', title, buildPicture())?.[0]?.[0]
    expect(wide).toMatchObject({ op: 'image', y: 0, h: 612 })
    expect(wide && 'x' in wide && 'w' in wide && wide.x + wide.w).toBe(1280)
    const tall = sheetOf(buildScreenProfile({ width: 720, height: 1280 }), METRICS) as Sheet
    expect(headlineDrafts(tall, '案例', title, buildPicture())?.[0]?.[0]).toMatchObject({
      op: 'image',
      x: 0,
      w: 720,
    })
  })

  it('a picture that would be cut to shreds is left out', () => {
    const panorama = { ...buildPicture(), width: 6000, height: 600 }
    expect(headlineDrafts(wall, '案例', title, panorama)?.[0]?.some((op) => op.op === 'image')).toBe(false)
  })
})
