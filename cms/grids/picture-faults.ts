import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { Picture } from '../../src/model/content.ts'
import type { DrawOp, Page } from '../../src/model/page.ts'

type Sides = { readonly width: number; readonly height: number }
type Shown = Extract<DrawOp, { op: 'image' }>

/** Half of a picture gone is more than its margin. */
const MUCH_CUT = 50

const percentCut = ({ width, height }: Sides, { w, h }: Shown): number => {
  const times = width / height / (w / h)
  return Math.round((1 - Math.min(times, 1 / times)) * 100)
}

const faultsOf = (picture: Sides, shown: Shown): readonly Refusal[] => {
  const got = percentCut(picture, shown)
  const isSmall = picture.width < shown.w || picture.height < shown.h
  return [
    ...(got >= MUCH_CUT ? [refusal('IMAGE_CUT_ON_SCREEN', { field: 'photo', got })] : []),
    ...(isSmall
      ? [
          refusal('IMAGE_SMALL_ON_SCREEN', {
            field: 'photo',
            limit: `${shown.w}×${shown.h}`,
            got: `${picture.width}×${picture.height}`,
          }),
        ]
      : []),
  ]
}

/** What this page does to the content's picture, where that is much (DESK-31). */
export const pictureFaults = (page: Page, pictures: readonly Picture[]): readonly Refusal[] => {
  const [picture] = pictures
  if (!picture || pictures.length > 1) return []
  return page.ops.flatMap((op) => (op.op === 'image' ? faultsOf(picture, op) : []))
}
