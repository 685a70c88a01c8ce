import type { Picture } from '../../model/content.ts'
import type { ImageOp } from '../../model/page.ts'
import { goodPx, inksOf, placed, type Draft, type Wording } from '../draft.ts'
import type { Box } from '../fit.ts'
import { inkOf, labelOps, labelSize, labelTop, messageBox } from '../furniture.ts'
import {
  BESIDE_PICTURE,
  keptOf,
  LEAST_KEPT,
  PICTURE_FROM,
  PICTURE_SHARES,
  pictureSplit,
  SMALLER,
} from '../headline.ts'
import { scaled, type Sheet } from '../sheet.ts'
import { fit } from './fit.ts'
import { wholeOf } from './pagination.ts'
import type { Prepared } from './prepared.ts'
import { pressesFor, pressFor, setText, trailIn } from './press.ts'
import type { Texts } from './texts.ts'

const boxOf = (sheet: Sheet, labelled: boolean): Box => ({
  ...messageBox(sheet, labelled),
  trail: trailIn(sheet.margin),
  ownEdges: true,
})

const takesPictures = ({ profile, width, height }: Sheet): boolean =>
  profile.colour === 'full' && Math.min(width, height) >= PICTURE_FROM

/** The headline with the picture, or undefined when they do not go together here. */
const withPicture = (sheet: Sheet, picture: Picture, title: Prepared, box: Box): Draft | undefined => {
  if (!takesPictures(sheet)) return undefined
  const wanted = sheet.sizes.headline
  const mode = sheet.mode === 'wide' ? 'wide' : 'tall'
  for (const share of [1, 0.9, BESIDE_PICTURE]) {
    const least = Math.max(sheet.least, Math.round(wanted * share))
    const found = PICTURE_SHARES[mode].flatMap((part, i) => {
      const split = pictureSplit(sheet, picture, part, box)
      if (keptOf(picture, split.op) < LEAST_KEPT[mode]) return []
      const block = fit(wholeOf(title), pressFor(sheet, split.box, wanted, least))
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
  texts: Texts,
  label: string,
  wording: Wording,
  picture: Picture | null,
): readonly Draft[] | undefined => {
  const box = boxOf(sheet, true)
  const title = texts(sheet, wording, { silent: true })
  const furniture = labelOps(sheet, label)
  const beside = picture && withPicture(sheet, picture, title, box)
  if (beside) return [[...beside, ...furniture]]
  const blocks = setText(title, pressesFor(sheet, box, sheet.sizes.beat, goodPx(sheet, sheet.sizes.headline)))
  return blocks?.map((block) => [...furniture, ...placed(sheet, block, box, inksOf(sheet))])
}

/** The title's picture small beside the label, so that who comes late sees what the story is of. */
const signOps = (sheet: Sheet, sign: Picture | null, box: Box): readonly ImageOp[] => {
  if (!sign?.isScreenDrawing || !sheet.hasLabel || !takesPictures(sheet)) return []
  const y = Math.round(labelTop(sheet) / 2)
  const h = Math.min(box.y - y - scaled(sheet, 8), Math.round(inkOf(labelSize(sheet)) * 2))
  const w = Math.round((h * sign.width) / sign.height)
  if (h < PICTURE_FROM / 8 || w > sheet.width / 4) return []
  return [{ op: 'image', x: sheet.width - sheet.margin - w, y, w, h, asset: sign.sha256 }]
}

/** A page for each beat, as large as the panel allows and no smaller than a headline reads well. */
export const beatDrafts = (
  sheet: Sheet,
  texts: Texts,
  label: string,
  beats: readonly Wording[],
  sign: Picture | null,
): readonly Draft[] | undefined => {
  const box = boxOf(sheet, true)
  const furniture = [...labelOps(sheet, label), ...signOps(sheet, sign, box)]
  const drafts: Draft[] = []
  for (const wording of beats) {
    const beat = texts(sheet, wording, { silent: true })
    if (beat.glyphs.length === 0) continue
    const blocks = setText(beat, pressesFor(sheet, box, sheet.sizes.beat, sheet.sizes.headline))
    if (!blocks) return undefined
    drafts.push(...blocks.map((block) => [...furniture, ...placed(sheet, block, box, inksOf(sheet))]))
  }
  return drafts
}

const MOST_LINES = { wide: 3, tall: 6 }
/** Share of the height between top and foot that a slogan takes at most: space is what makes it look official. */
const FILL = 0.86

/** Words that have the page to themselves: no label, as large as three lines go. */
export const mottoDrafts = (sheet: Sheet, texts: Texts, wording: Wording): readonly Draft[] | undefined => {
  const box = boxOf(sheet, false)
  const text = texts(sheet, wording, { silent: true })
  const most = MOST_LINES[sheet.mode === 'wide' ? 'wide' : 'tall']
  const airy = { ...box, height: Math.floor(box.height * FILL) }
  const wanted = sheet.sizes.motto
  const [good] = pressesFor(sheet, airy, wanted, undefined, most)
  const one = good && fit(wholeOf(text), good())
  const blocks =
    one?.bad === 0 ? [one] : setText(text, pressesFor(sheet, box, wanted, sheet.sizes.headline, most))
  return blocks?.map((block) => placed(sheet, block, box, inksOf(sheet)))
}
