import { describe, expect, it } from 'vitest'
import { breakLines } from '../../../src/page/lines.ts'
import { preparedText } from './sample.ts'

const broken = (text: string, width: number, most = 4, accent = ''): readonly string[] | undefined => {
  const prepared = preparedText(text, accent)
  const measure = { width: width * 1000, hang: 500, trail: 500, font: 'sans' as const }
  const found = breakLines(prepared, [0, prepared.glyphs.length], most, measure)
  return found?.ends.map((end, i) =>
    prepared
      .line(found.ends[i - 1] ?? 0, end, 'sans')
      .glyphs.map((g) => g.character)
      .join(''),
  )
}

describe('lines', () => {
  it.each([
    ['高息返了两个月，第三个月人去楼空', 7, '两个月', ['高息返了两个月', '第三个月', '人去楼空']],
    ['天上不会 掉馅饼', 6, '馅饼', ['天上不会', '掉馅饼']],
    ['保本高息是骗局 先打96110再掏钱', 9, '', ['保本高息是骗局', '先打96110再掏钱']],
    ['“免费体检”后要您现场交钱都是骗局', 6.5, '现场交钱', ['“免费体检”后', '要您现场交钱', '都是骗局']],
  ])('PAGE-4 %s', (text, width, accent, lines) => {
    expect(broken(text, width, 4, accent)).toEqual(lines)
  })

  it('PAGE-3 never leaves one character alone', () => {
    expect(broken('守住养老钱袋子', 6)?.every((line) => line.length > 1)).toBe(true)
  })

  it('answers undefined when it does not fit', () => {
    expect(broken('守住养老钱袋子', 3, 2)).toBeUndefined()
    expect(broken('””””””', 2)).toBeUndefined()
  })
})
