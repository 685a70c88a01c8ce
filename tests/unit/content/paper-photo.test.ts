import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { photoNotes } from '../../../src/content/index.ts'
import { photoDpi, sharpnessFor } from '../../../src/poster/photo.ts'
import { buildPicture } from '../../builders/content.ts'
import { buildSchema, buildSize } from '../../builders/print.ts'

const POSTER = buildSchema({
  id: 'poster',
  name_zh: '案例海报',
  name_en: 'Case poster',
  sizes: [
    buildSize(),
    buildSize({ id: 'a4', name_zh: 'A4（210×297 毫米）', name_en: 'A4', widthMm: 210, heightMm: 297 }),
  ],
  photo: { a3: { widthMm: 120, heightMm: 120 }, a4: { widthMm: 85, heightMm: 85 } },
})
const NOTICE = buildSchema({ id: 'notice', name_zh: 'A4 提醒', name_en: 'A4 notice', photo: null })

const told = (width: number, height: number, look: 'photo' | 'drawing' = 'photo') => {
  const photo = { ...buildPicture(), width, height }
  return photoNotes('photo', photo, { look, width, height }, [POSTER, NOTICE])
}

describe('PRT-25 what becomes of a photo on paper, told where it is chosen', () => {
  it('PRT-25 too coarse: on which, and how many pixels go on all of them', () => {
    const [coarse] = told(420, 420)
    expect(coarse).toMatchObject({ code: 'PHOTO_NOT_ON_PAPER', field: 'photo', got: 'poster' })
    expect(coarse?.message_zh).toMatch(
      /^照片小了，“案例海报 A3”上不印照片；换一张 \d+×\d+ 像素以上的原图，就都能印$/,
    )
    expect(told(100, 100)[0]?.message_en).toContain('printed on: Case poster. An original of')
    expect(told(2_000, 2_000).map(({ code }) => code)).toEqual(['PHOTO_NO_PLACE_ON_PAPER'])
  })

  it('PRT-25 a drawing is asked for half of it, and is never cut', () => {
    expect(told(420, 420, 'drawing').map(({ code }) => code)).toEqual(['PHOTO_NO_PLACE_ON_PAPER'])
    expect(told(3_000, 1_000, 'drawing').map(({ code }) => code)).toEqual(['PHOTO_NO_PLACE_ON_PAPER'])
  })

  it('PRT-25 TPL-27 a drawing of the product is never too coarse: it comes in lines and areas', () => {
    const photo = { ...buildPicture(), width: 100, height: 100 }
    const seen = { look: 'screen-drawing', width: 100, height: 100 } as const
    const codesOf = (vector?: true) =>
      photoNotes('photo', photo, { ...seen, ...(vector && { vector }) }, [POSTER, NOTICE]).map(
        ({ code }) => code,
      )
    expect(codesOf()).toEqual(['PHOTO_NOT_ON_PAPER', 'PHOTO_NO_PLACE_ON_PAPER'])
    expect(codesOf(true)).toEqual(['PHOTO_NO_PLACE_ON_PAPER'])
  })

  it('PRT-25 much of it cut: how much at most; and which have no place for one', () => {
    const [cut, without] = told(4_000, 1_500)
    expect(cut).toMatchObject({ code: 'PHOTO_CUT_ON_PAPER', limit: 63, field: 'photo' })
    expect(cut?.message_zh).toContain('“案例海报”上要裁掉照片的 63%')
    expect(without?.message_zh).toBe('“A4 提醒”没有放照片的地方，印出来没有照片')
  })

  it('PRT-25 whatever the photo: with the pixels that are asked for it is told of no more', () => {
    const sides = fc.integer({ min: 20, max: 3_000 })
    fc.assert(
      fc.property(sides, sides, (width, height) => {
        const [coarse] = told(width, height).filter(({ code }) => code === 'PHOTO_NOT_ON_PAPER')
        if (!coarse) return
        const [wide = 0, high = 0] = String(coarse.limit).split('×').map(Number)
        expect(told(wide, high).map(({ code }) => code)).not.toContain('PHOTO_NOT_ON_PAPER')
        expect(photoDpi({ width, height }, { widthMm: 120, heightMm: 120 }, height > width)).toBeLessThan(
          sharpnessFor('photo', { widthMm: 297, heightMm: 420 }).refuse,
        )
      }),
    )
  })
})
