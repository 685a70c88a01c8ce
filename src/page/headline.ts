import type { Picture } from '../model/content.ts'
import type { ImageOp } from '../model/page.ts'
import { blocksFor, inksOf, placed, prepared, presses, type Draft, type Wording } from './draft.ts'
import { fit, type Box } from './fit.ts'
import { labelOps, messageBox } from './furniture.ts'
import { ladder } from './legibility.ts'
import { wholeOf } from './pagination.ts'
import type { Prepared } from './prepared.ts'
import { scaled, type Sheet } from './sheet.ts'

/** Pictures stand on full-colour panels from this short side on. */
export const PICTURE_FROM = 240
/** Shares of the page a picture may take, tried from large to small. */
export const PICTURE_SHARES = { wide: [0.42, 0.36, 0.31], tall: [0.46, 0.4, 0.34, 0.28] }
/** Less of a picture than this, and it is left out rather than cut to shreds. */
export const LEAST_KEPT = { wide: 0.4, tall: 0.65 }
/** Beside a picture a headline gives way only this much. */
export const BESIDE_PICTURE = 0.8

/** A smaller picture must save this much in line breaks. */
export const SMALLER = 0.25

type PictureSplit = { readonly box: Box; readonly op: ImageOp }

/** The share of a picture that is left when it is cut to cover the op's box. */
export const keptOf = (picture: Picture, { w, h }: ImageOp): number => {
  const ratio = (w * picture.height) / (h * picture.width)
  return Math.min(ratio, 1 / ratio)
}

/** Beside the text to the right edge, or above it; both reach the panel's edges and stop at the amber line. */
export const pictureSplit = (sheet: Sheet, picture: Picture, share: number, box: Box): PictureSplit => {
  const foot = sheet.height - sheet.foot
  if (sheet.mode === 'wide') {
    const w = Math.round(sheet.width * share)
    const width = sheet.width - w - sheet.margin - scaled(sheet, 28)
    return {
      box: { ...box, width, trail: 0 },
      op: { op: 'image', x: sheet.width - w, y: 0, w, h: foot, asset: picture.sha256 },
    }
  }
  const h = Math.round(foot * share)
  const y = box.y + h + scaled(sheet, 24)
  return {
    box: { ...box, y, height: box.y + box.height - y },
    op: { op: 'image', x: 0, y: box.y, w: sheet.width, h, asset: picture.sha256 },
  }
}

/** The headline with the picture, or undefined when they do not go together here. */
const withPicture = (sheet: Sheet, picture: Picture, title: Prepared, box: Box): Draft | undefined => {
  if (sheet.profile.colour !== 'full' || Math.min(sheet.width, sheet.height) < PICTURE_FROM) return undefined
  const wanted = sheet.sizes.headline
  const mode = sheet.mode === 'wide' ? 'wide' : 'tall'
  for (const least of [wanted, Math.round(wanted * 0.9), Math.round(wanted * BESIDE_PICTURE)]) {
    const sizes = ladder(sheet.profile, wanted, Math.max(sheet.least, least))
    const found = PICTURE_SHARES[mode].flatMap((share, i) => {
      const split = pictureSplit(sheet, picture, share, box)
      if (keptOf(picture, split.op) < LEAST_KEPT[mode]) return []
      const block = fit([wholeOf(title)], split.box, sizes, sheet.metrics)
      return block?.bad === 0 ? [{ split, block, cost: block.cost + SMALLER * i }] : []
    })
    const [best] = found.toSorted((a, b) => a.cost - b.cost)
    if (best) return [best.split.op, ...placed(sheet, best.block, best.split.box, inksOf(sheet))]
  }
  return undefined
}

/** Label, headline with its accent, picture; more pages when the headline is long and the panel small. */
export const headlineDrafts = (
  sheet: Sheet,
  label: string,
  wording: Wording,
  picture: Picture | null,
): readonly Draft[] | undefined => {
  const box = messageBox(sheet, true)
  const title = prepared(sheet, wording, { silent: true })
  const furniture = labelOps(sheet, label)
  const beside = picture && withPicture(sheet, picture, title, box)
  if (beside) return [[...beside, ...furniture]]
  const blocks = blocksFor([[title]], presses(sheet, box, sheet.sizes.headline))
  return blocks?.map((block) => [...furniture, ...placed(sheet, block, box, inksOf(sheet))])
}
