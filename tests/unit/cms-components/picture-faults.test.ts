import { describe, expect, it } from 'vitest'
import { pictureFaults } from '../../../cms/grids/picture-faults.ts'
import type { Sha256 } from '../../../src/model/ids.ts'
import type { Page } from '../../../src/model/page.ts'
import { buildPicture } from '../../builders/content.ts'

const page = (w: number, h: number): Page => ({
  width: 640,
  height: 512,
  ground: '#000000',
  dwellMs: 15_000,
  template: 'case@1',
  ops: [{ op: 'image', asset: 'a'.repeat(64) as Sha256, x: 0, y: 0, w, h }],
})
const told = (w: number, h: number, width: number, height: number) =>
  pictureFaults(page(w, h), [{ ...buildPicture(), width, height }]).map(({ code, got }) => [code, got])

describe('DESK-31 what a page does to a photo is told below it', () => {
  it('DESK-31 cut by half or enlarged', () => {
    expect(told(480, 512, 1_600, 1_200)).toEqual([])
    expect(told(480, 512, 4_000, 1_200)).toEqual([['IMAGE_CUT_ON_SCREEN', 72]])
    expect(told(480, 512, 320, 240)).toEqual([['IMAGE_SMALL_ON_SCREEN', '320×240']])
    expect(told(200, 600, 1_600, 1_200)).toEqual([['IMAGE_CUT_ON_SCREEN', 75]])
  })

  it('DESK-31 a page without a picture, and a content whose pictures cannot be told apart', () => {
    expect(pictureFaults({ ...page(9, 9), ops: [] }, [buildPicture()])).toEqual([])
    expect(pictureFaults(page(9_999, 9), [buildPicture(), buildPicture()])).toEqual([])
  })
})
