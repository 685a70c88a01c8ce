import { describe, expect, it } from 'vitest'
import { readCount, solidCount } from '../../../src/page/prepared.ts'
import { preparedText } from './sample.ts'

describe('prepared', () => {
  const text = preparedText('高息返了，人去楼空。')
  it('a silent text drops pauses and spaces at line ends', () => {
    expect(
      text
        .line(0, 5, 'sans')
        .glyphs.map((g) => g.character)
        .join(''),
    ).toBe('高息返了')
    const loud = preparedText('高息返了，走', '', false)
    expect(loud.line(0, 5, 'sans').glyphs).toHaveLength(5)
  })

  it('remembers lines', () => {
    expect(text.line(0, 4, 'sans')).toBe(text.line(0, 4, 'sans'))
    expect(text.line(0, 4, 'sans')).not.toBe(text.line(0, 4, 'pixel'))
  })

  it('counts what is read', () => {
    expect(readCount(text.glyphs)).toBe(10)
    expect(solidCount(text.glyphs)).toBe(8)
    expect(text.pauses.at(-1)).toBe(1)
  })
})
