import { describe, expect, it } from 'vitest'
import type { Colour } from '../../../src/model/page.ts'
import { paletteOf } from '../../../src/page/palette.ts'
import { buildScreenProfile } from '../../builders/screen.ts'

const luminance = (colour: Colour): number => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
const contrast = (a: Colour, b: Colour): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

describe('palette', () => {
  it.each(['full', 'dual'] as const)('PAGE-10 %s: words stand out 7:1 at least', (colour) => {
    const p = paletteOf(buildScreenProfile({ colour }))
    for (const ink of [p.text, p.accent, p.rule, p.bubbleLabel])
      expect(contrast(ink, p.ground)).toBeGreaterThan(7)
    for (const ink of [p.doText, p.doLabel]) expect(contrast(ink, p.doFill)).toBeGreaterThan(6)
  })

  it.each(['red', 'amber', 'green', 'white'] as const)('PAGE-10 mono %s: one ink and black', (ink) => {
    const p = paletteOf(buildScreenProfile({ colour: 'mono', ink }))
    const inks = Object.values(p).filter((c) => c !== null && c !== '#000000')
    expect(new Set(inks).size).toBe(1)
    expect(contrast(p.text, p.ground)).toBeGreaterThan(4.5)
  })
})
