import { describe, expect, it } from 'vitest'
import {
  floorPx,
  ladder,
  leastMessagePx,
  minPx,
  nearestPx,
  sizeAtLeast,
  sizeAtMost,
} from '../../../src/page/legibility.ts'
import { buildScreenProfile } from '../../builders/screen.ts'

const at = (pitchMm: number, typical: number, colour: 'full' | 'mono' = 'full') =>
  buildScreenProfile({ pitchMm, colour, distance: { near: 1, typical, far: 99 } })

describe('legibility', () => {
  it.each([
    [4, 15, 45],
    [10, 10, 16],
    [10, 15, 18],
    [5, 12, 29],
    [2.5, 10, 48],
  ])('PAGE-1 P%s from %s m wants %s px', (pitch, distance, px) => {
    expect(minPx(at(pitch, distance))).toBe(px)
  })

  it('PAGE-1 the floor is 7 mm a metre, never under 16 px', () => {
    expect(floorPx(at(4, 15))).toBe(27)
    expect(floorPx(at(10, 10))).toBe(16)
  })

  it('PAGE-1 four characters across, else the largest that fits over the floor, else none', () => {
    expect(leastMessagePx(at(10, 15), 320, 160)).toBe(24)
    expect(leastMessagePx(at(10, 40), 160, 80)).toBe(40)
    expect(leastMessagePx(at(10, 60), 128, 64)).toBeUndefined()
    expect(leastMessagePx(at(10, 15, 'mono'), 640, 32)).toBe(32)
    expect(leastMessagePx(at(10, 15, 'mono'), 640, 16)).toBe(16)
    expect(leastMessagePx(at(10, 5), 60, 60)).toBeUndefined()
  })

  it('whole cells of 16 on mono panels; the outline font from 24 px on full colour', () => {
    expect(sizeAtLeast(at(10, 5, 'mono'), 17)).toEqual({ font: 'pixel', px: 32 })
    expect(sizeAtMost(at(10, 5, 'mono'), 47)).toEqual({ font: 'pixel', px: 32 })
    expect(sizeAtLeast(at(10, 5), 17)).toEqual({ font: 'sans', px: 24 })
    expect(sizeAtMost(at(10, 5), 23)).toEqual({ font: 'pixel', px: 16 })
    expect(sizeAtMost(at(10, 5), 15)).toBeUndefined()
    expect(nearestPx(at(10, 5, 'mono'), 27)).toBe(32)
    expect(nearestPx(at(10, 5), 27)).toBe(27)
  })

  it('a ladder goes down to its least, once', () => {
    const sizes = ladder(at(10, 5), 60, 16)
    expect(sizes[0]).toEqual({ font: 'sans', px: 60 })
    expect(sizes.at(-1)).toEqual({ font: 'pixel', px: 16 })
    expect(new Set(sizes.map((s) => s.px)).size).toBe(sizes.length)
    expect(ladder(at(10, 5, 'mono'), 57, 16).map((s) => s.px)).toEqual([48, 32, 16])
    expect(ladder(at(10, 5), 20, 32)).toEqual([{ font: 'sans', px: 32 }])
  })
})
