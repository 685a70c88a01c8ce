import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { photoDpi, photoFault, photoPixels, sharpnessOf } from '../../../src/poster/photo.ts'

const sheet = (widthMm: number, heightMm: number) => sharpnessOf({ widthMm, heightMm })
const mm = fc.integer({ min: 10, max: 3_000 })

describe('photo', () => {
  it('PRT-4 up to A3, upright or lying: made at 300, warned under 150, refused under 100 dpi', () => {
    const small = { make: 300, warn: 150, refuse: 100 }
    for (const size of [sheet(210, 297), sheet(297, 420), sheet(420, 297), sheet(148, 210)])
      expect(size).toEqual(small)
  })

  it('PRT-4 larger sheets by the table, two thirds of it the least', () => {
    expect(sheet(540, 380)).toEqual({ make: 150, warn: 150, refuse: 100 })
    expect(sheet(600, 900)).toEqual({ make: 150, warn: 150, refuse: 100 })
    expect(sheet(800, 1_200)).toEqual({ make: 120, warn: 120, refuse: 80 })
    expect(sheet(800, 1_800)).toEqual({ make: 96, warn: 96, refuse: 64 })
    expect(sheet(6_000, 700)).toEqual({ make: 72, warn: 72, refuse: 48 })
  })

  it('PRT-4 a larger sheet never asks for more', () => {
    fc.assert(
      fc.property(mm, mm, mm, mm, (w, h, dw, dh) => {
        const [near, far] = [sheet(w, h), sheet(w + dw, h + dh)]
        expect(far.make).toBeLessThanOrEqual(near.make)
        expect(far.refuse).toBeLessThanOrEqual(near.refuse)
        expect(near.refuse).toBeLessThan(near.warn)
        expect(near.warn).toBeLessThanOrEqual(near.make)
      }),
    )
  })

  it('PRT-4 dpi is that of the side that has less to give', () => {
    expect(photoDpi({ width: 1_600, height: 1_200 }, { widthMm: 120, heightMm: 90 })).toBe(338)
    expect(photoDpi({ width: 1_600, height: 400 }, { widthMm: 120, heightMm: 90 })).toBe(112)
    expect(photoPixels({ widthMm: 180, heightMm: 70 }, 300)).toEqual({ width: 2_126, height: 827 })
  })

  it('PRT-4 TPL-27 lines and areas are sharp in any place', () => {
    const drawing = { width: 79, height: 117, vector: true } as const
    fc.assert(
      fc.property(mm, mm, fc.boolean(), (widthMm, heightMm, whole) => {
        const dpi = photoDpi(drawing, { widthMm, heightMm }, whole)
        expect(photoFault(dpi, sheet(widthMm, heightMm))).toEqual({ refuse: [], warn: [] })
      }),
    )
  })

  it('PRT-4 a picture cut to its slot at a dpi has that dpi, give or take rounding', () => {
    fc.assert(
      fc.property(mm, mm, fc.integer({ min: 48, max: 300 }), (widthMm, heightMm, dpi) => {
        const slot = { widthMm, heightMm }
        const got = photoDpi(photoPixels(slot, dpi), slot)
        expect(Math.abs(got - dpi)).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('PRT-4 says what is asked and what is there', () => {
    const rule = { make: 300, warn: 150, refuse: 100 }
    expect(photoFault(99, rule)).toMatchObject({
      refuse: [{ code: 'PRINT_PHOTO_COARSE', field: 'photo', limit: 100, got: 99 }],
      warn: [],
    })
    expect(photoFault(100, rule)).toMatchObject({
      refuse: [],
      warn: [{ code: 'PRINT_PHOTO_SOFT', limit: 150, got: 100 }],
    })
    expect(photoFault(150, rule)).toEqual({ refuse: [], warn: [] })
  })
})
