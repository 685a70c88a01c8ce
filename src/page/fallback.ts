import type { HotlineWords } from '../model/content.ts'
import type { DrawOp, Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { bareDrafts, hotlineWording } from './bare.ts'
import { finished, type Draft } from './draft.ts'
import { labelOps, messageBox } from './furniture.ts'
import { quietRun } from './ink.ts'
import { sizeAtLeast, sizeAtMost, type Size } from './legibility.ts'
import type { Metrics } from './metrics.ts'
import { sheetOf, type Sheet } from './sheet.ts'

/** Stands on each page, name and version. */
const TEMPLATE = 'idle@1'

/** Constants of the product, not rows of a table: no database content changes what a screen falls back to (I8). */
export const POLICE: HotlineWords = { prompt: '已交钱？马上打', number: '110' }
export const ANTI_FRAUD: HotlineWords = { prompt: '拿不准？先打', number: '96110' }

/** Words and number of both lines at one scale; undefined when they do not fit side by side. */
type Scale = { readonly words: Size; readonly digits: Size; readonly beside: boolean }

/** How much larger the number stands than its words: as much as there is room for. */
const DIGITS_TO_WORDS = [2, 1.7, 1.4]
const WORDS = 0.66
/** Side by side is given up for one above the other rather than go under this share of the headline. */
const LEAST_BESIDE = 0.6

const widthOf = (sheet: Sheet, text: string, size: Size): number =>
  quietRun(text, size, sheet.palette.text, sheet.metrics).width

const fits = (sheet: Sheet, scale: Scale, width: number, height: number): boolean => {
  const words = widthOf(sheet, POLICE.prompt, scale.words)
  const digits = widthOf(sheet, ANTI_FRAUD.number, scale.digits)
  const across = scale.beside ? words + scale.words.px / 2 + digits : Math.max(words, digits)
  const down = scale.beside ? scale.digits.px : scale.digits.px + scale.words.px * 1.3
  return across <= width && down * 2.3 <= height
}

const scaleFor = (sheet: Sheet, width: number, height: number): Scale | undefined => {
  const large = sheet.sizes.headline * WORDS
  const smallest = sizeAtLeast(sheet.profile, Math.min(24, sheet.least + 1)).px
  for (const beside of [true, false])
    for (const ratio of DIGITS_TO_WORDS)
      for (let px = large; px >= Math.max(smallest, beside ? large * LEAST_BESIDE : 0); px *= 0.95) {
        const words = sizeAtMost(sheet.profile, Math.round(px))
        const digits = sizeAtMost(sheet.profile, Math.round(px * ratio))
        const scale = words && digits && { words, digits, beside }
        if (scale && fits(sheet, scale, width, height)) return scale
      }
  return undefined
}

const loud = (ops: readonly DrawOp[]): readonly DrawOp[] =>
  ops.map((op) => {
    if (op.op !== 'text') return op
    const { quiet: _, ...spoken } = op
    return spoken
  })

const numbersDraft = (sheet: Sheet, townName: string): Draft | undefined => {
  const label = labelOps(sheet, townName)
  const box = messageBox({ ...sheet, foot: 0 }, label.length > 0)
  const scale = scaleFor(sheet, box.width, box.height)
  if (!scale || label.length === 0) return undefined
  const { metrics, palette } = sheet
  const row = box.height / 2
  const capital = (scale.digits.px * metrics[scale.digits.font].digit) / 1000
  const digitsAt =
    quietRun(POLICE.prompt, scale.words, palette.text, metrics).width + Math.round(scale.words.px / 2)
  const ops = [ANTI_FRAUD, POLICE].flatMap((line, i) => {
    const words = quietRun(line.prompt, scale.words, palette.text, metrics)
    const digits = quietRun(line.number, scale.digits, palette.accent, metrics)
    const used = scale.beside ? capital : capital + scale.words.px * 1.3
    const bottom = Math.round(box.y + row * i + (row + used) / 2)
    return scale.beside
      ? [...words.ops(box.x, bottom), ...digits.ops(box.x + digitsAt, bottom)]
      : [
          ...words.ops(box.x, Math.round(bottom - capital - scale.words.px * 0.35)),
          ...digits.ops(box.x, bottom),
        ]
  })
  const rule: DrawOp = {
    op: 'rect',
    x: box.x,
    y: Math.round(box.y + row - sheet.rule / 2),
    w: box.width,
    h: sheet.rule,
    fill: palette.rule,
  }
  return [...label, rule, ...loud(ops)]
}

/**
 * The fallback must appear on every panel, however far its readers are, so it is laid out as for readers who stand
 * close (PAGE-9).
 */
const atHand = (profile: ScreenProfile): ScreenProfile => ({
  ...profile,
  distance: { near: 1, typical: 1, far: 1 },
})

/**
 * What a screen shows when nothing is due: the town's name and the two numbers of the code. Total: any panel from
 * 64×16 on gets at least one page.
 */
export const fallbackPages = (
  townName: string,
  profile: ScreenProfile,
  metrics: Metrics,
): readonly Page[] => {
  const sheet = sheetOf(profile, metrics) ?? sheetOf(atHand(profile), metrics)
  if (!sheet) return []
  const isBare = sheet.mode === 'strip' || sheet.mode === 'bare'
  const card = isBare ? undefined : numbersDraft(sheet, townName)
  if (card) return finished(sheet, [card], TEMPLATE, undefined)
  const near = sheetOf(atHand(profile), metrics) ?? sheet
  const wordings = [{ field: 'name', text: townName }, hotlineWording(ANTI_FRAUD), hotlineWording(POLICE)]
  const first = bareDrafts(sheet, wordings)
  const { drafts } = first.faults.length === 0 ? first : bareDrafts(near, wordings)
  return finished(sheet, drafts, TEMPLATE, undefined)
}
