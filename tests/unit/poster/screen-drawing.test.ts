import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPressInks, isScreenDrawing, onPaper } from '../../../src/poster/screen-drawing.ts'

const BLACK = [0, 0, 0]
const LINE = [242, 239, 232]
const AMBER = [255, 179, 0]
const picture = (...parts: readonly (readonly [number, readonly number[]])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap(([count, colour]) => Array.from({ length: count }, () => colour).flat()))

const drawing = picture([80, BLACK], [10, LINE], [8, AMBER], [2, [121, 119, 116]])

describe('screen drawing', () => {
  it('TPL-9 is known by its three colours, black the most of them', () => {
    expect(isScreenDrawing(drawing)).toBe(true)
    expect(isScreenDrawing(picture([90, BLACK], [10, LINE]))).toBe(false)
    expect(isScreenDrawing(picture([40, BLACK], [50, LINE], [10, AMBER]))).toBe(false)
    expect(isScreenDrawing(picture([80, BLACK], [5, LINE], [5, AMBER], [10, [90, 140, 60]]))).toBe(false)
    expect(isScreenDrawing(new Uint8Array())).toBe(false)
  })

  it('TPL-9 a photo at night is none', () => {
    const greys = Array.from({ length: 256 }, (_, i) => [1, [i, i, i]] as const)
    expect(isScreenDrawing(picture([400, BLACK], ...greys, [20, AMBER]))).toBe(false)
  })

  it('TPL-9 on paper black is white, the line ink, amber the accent, and an edge lies between', () => {
    const painted = Array.from(onPaper(drawing))
    const [ground, line, amber, edge] = [0, 80, 90, 98].map((at) => painted.slice(at * 3, at * 3 + 3))
    expect(ground).toEqual([255, 255, 255])
    expect(line).toEqual([27, 26, 24])
    expect(amber).toEqual([194, 49, 28])
    for (const value of edge ?? []) expect(Math.abs(value - 140)).toBeLessThan(4)
  })

  it('TPL-9 never leaves the range, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rgb) => {
        const pixels = Math.floor(rgb.length / 3)
        expect(onPaper(rgb)).toHaveLength(pixels * 3)
        expect(inPressInks(rgb)).toHaveLength(pixels * 4)
      }),
    )
  })
})
