import { describe, expect, it } from 'vitest'
import { glyphsOf } from '../../../src/page/glyphs.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { setLine } from '../../../src/page/setting.ts'

const sans = (text: string) => setLine(glyphsOf(text), METRICS.sans, false)
const pixel = (text: string) => setLine(glyphsOf(text), METRICS.pixel, true)

describe('setting', () => {
  it('PAGE-6 an opening quote hangs outside, so that the first character stands at 0', () => {
    const line = sans('“免费”')
    expect(line.at[1]).toBe(0)
    expect(line.at[0]).toBeLessThan(0)
    expect(line.hang).toBeGreaterThan(300)
    expect(line.width).toBe(2500)
  })

  it('PAGE-6 a comma at the end hangs outside on the right', () => {
    expect(sans('先问儿女，').width).toBe(4000)
    expect(sans('先问儿女，').trail).toBeGreaterThan(0)
    expect(sans('先问，再交').width).toBe(5000)
  })

  it('two marks side by side give up their blanks', () => {
    expect(sans('说：“钱').at[2]).toBe(1000 + 500 - 500)
    expect(sans('好”。').width).toBeLessThan(2000)
  })

  it('the halves of a dash touch', () => {
    const ink = METRICS.sans.ink['—'] ?? [0, 0]
    const { at } = sans('等——走')
    expect((at[1] ?? 0) + ink[1]).toBe((at[2] ?? 0) + ink[0])
  })

  it('numbers get a little air in the outline font, none on the pixel grid', () => {
    expect(sans('打96').at[1]).toBe(1100)
    expect(pixel('打96').at[1]).toBe(1000)
  })

  it('PAGE-6 the pixel font stays on its sixteenths', () => {
    for (const x of pixel('“保本（高息）”，先打96110…… 走！').at) expect(Math.abs((x * 16) % 1000)).toBe(0)
  })
})
