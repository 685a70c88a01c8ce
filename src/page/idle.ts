import type { HotlineWords } from '../model/content.ts'
import type { DrawOp, Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { bareDrafts, hotlineWording } from './bare.ts'
import { finished, type Draft } from './draft.ts'
import { labelOps, messageBox } from './furniture.ts'
import { quietRun } from './ink.ts'
import { sizeAtMost, type Size } from './legibility.ts'
import type { Metrics } from './metrics.ts'
import { sheetOf, type Sheet } from './sheet.ts'

/** Constants of the product, not rows of a table: no database content changes what a screen falls back to (I8). */
export const POLICE: HotlineWords = { prompt: '已交钱？马上打', number: '110' }
export const ANTI_FRAUD: HotlineWords = { prompt: '拿不准？先打', number: '96110' }

/** Words and number of both lines at one scale; undefined when they do not fit side by side. */
type Scale = { readonly words: Size; readonly digits: Size; readonly beside: boolean }

const DIGITS_TO_WORDS = 2

const scaleFor = (sheet: Sheet, width: number, height: number): Scale | undefined => {
  for (const beside of [true, false])
    for (let px = sheet.sizes.headline; px >= 16; px = Math.floor(px * 0.94)) {
      const words = sizeAtMost(sheet.profile, Math.round(px * 0.66))
      const digits = sizeAtMost(sheet.profile, Math.round(px * 0.66 * DIGITS_TO_WORDS))
      if (!words || !digits) break
      if (beside && px < sheet.sizes.headline * 0.6) break
      const wordsWidth = quietRun(POLICE.prompt, words, '#000000', sheet.metrics).width
      const digitsWidth = quietRun(ANTI_FRAUD.number, digits, '#000000', sheet.metrics).width
      const isWide = beside
        ? wordsWidth + words.px / 2 + digitsWidth <= width
        : Math.max(wordsWidth, digitsWidth) <= width
      const rowHeight = beside ? digits.px : digits.px + words.px * 1.3
      if (isWide && rowHeight * 2.4 <= height) return { words, digits, beside }
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

/** Nearer than it stands: the card must appear on every panel, however far its people are (PAGE-9). */
const atHand = (profile: ScreenProfile): ScreenProfile => ({
  ...profile,
  distance: { near: 1, typical: 1, far: 1 },
})

/**
 * What a screen shows when nothing is due: the town's name and the two numbers of the code. Total: any panel from
 * 64×16 on gets at least one page.
 */
export const idleCard = (townName: string, profile: ScreenProfile, metrics: Metrics): readonly Page[] => {
  const sheet = sheetOf(profile, metrics) ?? sheetOf(atHand(profile), metrics)
  if (!sheet) return []
  const isBare = sheet.mode === 'strip' || sheet.mode === 'bare'
  const card = isBare ? undefined : numbersDraft(sheet, townName)
  if (card) return finished(sheet, [card], 'idle', undefined)
  const near = sheetOf(atHand(profile), metrics) ?? sheet
  const wordings = [{ field: 'name', text: townName }, hotlineWording(ANTI_FRAUD), hotlineWording(POLICE)]
  const first = bareDrafts(sheet, wordings)
  const { drafts } = first.faults.length === 0 ? first : bareDrafts(near, wordings)
  return finished(sheet, drafts, 'idle', undefined)
}
