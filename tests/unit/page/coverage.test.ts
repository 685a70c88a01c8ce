import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { beyondBase, missingGlyphs, type Coverage } from '../../../src/page/coverage.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'

const coverage = JSON.parse(readFileSync('media/fonts/coverage.json', 'utf8')) as Coverage

describe('coverage', () => {
  it('base fonts hold everyday words; the pixel font all of GB2312', () => {
    expect(beyondBase('诈骗养老馅饼“”，。96110', 'sans', coverage)).toBe('')
    expect(beyondBase('鸩瓯诈骗', 'pixel', coverage)).toBe('')
  })

  it('a rarer name travels as a subset', () => {
    expect(beyondBase('李喆', 'sans', coverage)).toBe('喆')
    expect(missingGlyphs('李喆', 'sans', coverage)).toEqual([])
    expect(missingGlyphs('李喆', 'pixel', coverage)).toEqual([])
  })

  it('says which characters no font has, each once', () => {
    expect(missingGlyphs('好😀😀', 'sans', coverage)).toEqual(['😀'])
    expect(missingGlyphs('e\u0301', 'sans', coverage)).toEqual(['\u0301'])
  })

  it('layout knows how wide every base character of the pixel font is', () => {
    expect(coverage.pixel.base.length).toBeGreaterThan(100)
    expect(METRICS.pixel.advances.length).toBeGreaterThan(5)
  })
})
