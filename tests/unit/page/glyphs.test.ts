import { describe, expect, it } from 'vitest'
import { glyphsOf, textOf } from '../../../src/page/glyphs.ts'

describe('glyphs', () => {
  it('marks the first place of the accent phrase', () => {
    const glyphs = glyphsOf('两个月又两个月', '两个月')
    expect(glyphs.map((g) => g.accent)).toEqual([true, true, true, false, false, false, false])
    expect(textOf(glyphs)).toBe('两个月又两个月')
  })

  it('marks nothing for an empty or absent phrase', () => {
    expect(glyphsOf('天上', '').some((g) => g.accent)).toBe(false)
    expect(glyphsOf('天上', '地下').some((g) => g.accent)).toBe(false)
  })
})
