import { describe, expect, it } from 'vitest'
import { ladder } from '../../../src/page/legibility.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { pages, pressed, splitPages, wholeOf, type Press } from '../../../src/page/pagination.ts'
import { textOf } from '../../../src/page/glyphs.ts'
import { buildScreenProfile } from '../../builders/screen.ts'
import { preparedText } from './sample.ts'

const press: Press = {
  box: { x: 0, y: 0, width: 320, height: 32, hang: 0, trail: 0 },
  sizes: ladder(buildScreenProfile({ colour: 'mono' }), 32, 32),
  metrics: METRICS,
  most: 1,
}
const split = (text: string): readonly string[] | undefined => {
  const prepared = preparedText(text)
  return splitPages(prepared, press)?.map((p) => textOf(prepared.glyphs.slice(p.from, p.to)).trim())
}

describe('pagination', () => {
  it('PAGE-4 pages end where phrases end', () => {
    expect(split('保本高息是骗局 先打96110再掏钱')).toEqual(['保本高息是骗局', '先打96110再掏钱'])
    expect(split('陌生来电不轻信，未知链接不点击')).toEqual(['陌生来电不轻信，', '未知链接不点击'])
  })

  it('PAGE-3 no page with one character', () => {
    for (const page of split('不听不信不转账，守住一生血汗钱的人') ?? [])
      expect(page.length).toBeGreaterThan(1)
  })

  it('PAGE-5 forty characters at most, whatever the room', () => {
    const room = { ...press, most: 99, box: { ...press.box, width: 1600, height: 900 } }
    const long = preparedText(
      '骗子自称是市公安局民警，说您涉嫌洗钱，要马上配合调查，不许告诉家里任何人，钱转到安全账户',
    )
    expect(pressed([wholeOf(long)], room)).toBeUndefined()
    expect(pages([[wholeOf(long)]], room)?.length).toBe(2)
  })

  it('all pages of a text share one size', () => {
    const free = {
      ...press,
      most: 3,
      sizes: ladder(buildScreenProfile(), 60, 24),
      box: { ...press.box, height: 160 },
    }
    const blocks = pages(
      ['头两个月，钱准时到账。', '她又投了八万，还拉上了两个老姐妹。'].map((t) => [wholeOf(preparedText(t))]),
      free,
    )
    expect(new Set(blocks?.map((b) => b.size.px)).size).toBe(1)
  })

  it('answers undefined when a text cannot be set', () => {
    expect(pages([[wholeOf(preparedText('”'.repeat(30)))]], press)).toBeUndefined()
  })
})
