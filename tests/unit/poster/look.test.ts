import { describe, expect, it } from 'vitest'
import { inInks, lookOf } from '../../../src/poster/look.ts'
import { cutFaults, isSetWhole, percentCut, photoPlan } from '../../../src/poster/photo.ts'

const SIDE = 60
const painted = (colourAt: (x: number, y: number) => readonly number[]): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: SIDE * SIDE }, (_, n) => colourAt(n % SIDE, Math.floor(n / SIDE))).flat(),
  )
const WHITE = [255, 255, 255]
const inMiddle = (x: number, y: number): boolean => Math.hypot(x - 30, y - 30) < 15
const lookAt = (colourAt: (x: number, y: number) => readonly number[]) =>
  lookOf(painted(colourAt), SIDE, SIDE)

describe('TPL-9 drawing or photo, by its pixels', () => {
  it('TPL-9 lines and flat colours on white are a drawing', () => {
    expect(lookAt((x, y) => (inMiddle(x, y) ? [20, 20, 20] : WHITE))).toBe('drawing')
    expect(lookAt((x, y) => (inMiddle(x, y) ? [200, 30, 20] : WHITE))).toBe('drawing')
  })

  it('TPL-9 shades, one colour all over, bare paper and a white border round a photo are none', () => {
    expect(lookAt((x, y) => [x * 4, y * 4, (x * y) % 256])).toBe('photo')
    expect(lookAt(() => [51, 102, 153])).toBe('photo')
    expect(lookAt(() => WHITE)).toBe('photo')
    const shades = (x: number, y: number) => [(x * 5) % 240, (y * 5) % 240, (x * y) % 240]
    expect(lookAt((x, y) => (inMiddle(x, y) ? shades(x, y) : WHITE))).toBe('photo')
  })

  it('TPL-9 black, line and amber are a drawing for dark screens', () => {
    expect(lookAt((x, y) => (inMiddle(x, y) ? (x < 30 ? [242, 239, 232] : [255, 179, 0]) : [0, 0, 0]))).toBe(
      'screen-drawing',
    )
  })

  it('PRT-14 greys are black ink alone, colours never meet with a third', () => {
    expect([...inInks(Uint8Array.of(0, 0, 0, 255, 255, 255, 90, 94, 88))]).toEqual([
      0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 164,
    ])
    const [c = 0, m = 0, y = 0, k = 0] = inInks(Uint8Array.of(200, 30, 20))
    expect([c, m, y, k]).toEqual([0, 170, 180, 55])
  })
})

const SLOT = { widthMm: 120, heightMm: 120 }
const photo = (width: number, height: number) => ({ look: 'photo', width, height }) as const

describe('PRT-24 a photo and the shape of its place', () => {
  it('PRT-24 portraits and drawings are set whole, and asked for at the sharpness of what is set', () => {
    expect(isSetWhole(photo(900, 1_200), SLOT)).toBe(true)
    expect(isSetWhole(photo(1_200, 900), SLOT)).toBe(false)
    expect(photoPlan({ width: 3_000, height: 4_000 }, photo(3_000, 4_000), SLOT, 300)).toEqual({
      width: 1_063,
      height: 1_417,
    })
    // A drawing that fills half of its picture needs the picture twice as large.
    const drawing = { look: 'screen-drawing', width: 600, height: 600 } as const
    expect(photoPlan({ width: 1_200, height: 1_200 }, drawing, SLOT, 100)).toMatchObject({
      width: 944,
      height: 944,
    })
  })

  it('PRT-24 what a cut takes of a photo is told where it is much', () => {
    expect(percentCut(photo(1_600, 1_200), SLOT)).toBe(25)
    expect(cutFaults(photo(1_600, 1_200), SLOT)).toEqual([])
    expect(cutFaults(photo(1_200, 1_600), SLOT)).toEqual([])
    expect(cutFaults(photo(3_200, 1_200), SLOT)).toMatchObject([{ code: 'PRINT_PHOTO_CUT', got: 63 }])
  })
})
