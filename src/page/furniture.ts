import type { HotlineWords } from '../model/content.ts'
import type { DrawOp } from '../model/page.ts'
import { MARKS_1 } from '../text/marks.ts'
import { ascentOf, type Box } from './fit.ts'
import { quietRun, type Run } from './ink.ts'
import { floorPx, sizeAtLeast, sizeAtMost, type Size } from './legibility.ts'
import { scaled, type Sheet } from './sheet.ts'

/** Support words: near their wanted size, on panels that only know whole cells the smaller one, but readable. */
export const supportSize = (sheet: Sheet, px: number): Size => {
  const { profile } = sheet
  if (profile.colour === 'full') return sizeAtLeast(profile, px)
  const near = sizeAtMost(profile, px + 4)
  return near && near.px >= floorPx(profile) ? near : sizeAtLeast(profile, floorPx(profile))
}

export const labelSize = (sheet: Sheet): Size => supportSize(sheet, sheet.sizes.label)

/** Top of the label's ink. */
export const labelTop = (sheet: Sheet): number => Math.round(sheet.margin * 0.8)

/** Top left: a bar and kind · class. */
export const labelOps = (sheet: Sheet, text: string): readonly DrawOp[] => {
  if (!sheet.hasLabel) return []
  const size = labelSize(sheet)
  const bar = Math.max(2, scaled(sheet, 12))
  const x = sheet.margin + bar + scaled(sheet, 22)
  const run = quietRun(text, size, sheet.palette.rule, sheet.metrics)
  if (x + run.width > sheet.width - sheet.margin) return []
  const top = labelTop(sheet)
  return [
    { op: 'rect', x: sheet.margin, y: top, w: bar, h: inkOf(size), fill: sheet.palette.rule },
    ...run.ops(x, top + ascentOf(size, sheet.metrics)),
  ]
}

export const inkOf = (size: Size): number => Math.round(size.px * (size.font === 'pixel' ? 1 : 0.954))

/** Nothing comes nearer to the panel's edge. */
const edge = (sheet: Sheet): number => Math.min(sheet.margin, Math.max(2, scaled(sheet, 12)))

/** Where the message stands, between label and foot. */
export const messageBox = (sheet: Sheet, labelled: boolean): Box => {
  const top =
    labelled && sheet.hasLabel
      ? labelTop(sheet) +
        inkOf(labelSize(sheet)) +
        Math.max(scaled(sheet, 28), Math.round(sheet.sizes.headline * 0.26))
      : Math.round(sheet.margin * 0.7)
  const bottom = sheet.height - sheet.foot - Math.max(2, scaled(sheet, 24))
  return {
    x: sheet.margin,
    y: top,
    width: sheet.width - 2 * sheet.margin,
    height: bottom - top,
    hang: sheet.margin - edge(sheet),
    trail: Math.floor(sheet.margin * 0.7),
  }
}

/** The prompt's last clause, for panels too narrow for all of it: `拿不准？先打` → `先打`. */
const shortPrompt = (prompt: string): string => {
  const at = [...prompt.trimEnd()]
    .slice(0, -1)
    .reduce((last, c, i) => (MARKS_1.endsClause(c) || c === ' ' ? i : last), -1)
  return [...prompt]
    .slice(at + 1)
    .join('')
    .trim()
}

type Words = {
  readonly prompt: Run | undefined
  readonly digits: Run
  readonly gap: number
  readonly width: number
}

const wordsFor = (sheet: Sheet, hotline: HotlineWords, digitSize: Size, promptSize: Size): Words => {
  const digits = quietRun(hotline.number, digitSize, sheet.palette.accent, sheet.metrics)
  const gap = Math.max(3, Math.round(promptSize.px * 0.42))
  const room = sheet.width - 2 * sheet.margin
  for (const text of [hotline.prompt, shortPrompt(hotline.prompt)]) {
    if (!text.trim()) continue
    const prompt = quietRun(text, promptSize, sheet.palette.text, sheet.metrics)
    const width = prompt.width + gap + digits.width
    if (width <= room) return { prompt, digits, gap, width }
  }
  return { prompt: undefined, digits, gap: 0, width: digits.width }
}

/** Amber line, what to do and the number, and the page marks (PAGE-7). Marks are still: they never tick. */
export const footOps = (
  sheet: Sheet,
  hotline: HotlineWords,
): ((page: number, count: number) => readonly DrawOp[]) => {
  const { palette, metrics } = sheet
  const line = sheet.height - sheet.foot
  const digitSize = supportSize(sheet, sheet.sizes.digits)
  const promptSize = supportSize(sheet, sheet.sizes.prompt)
  const words = wordsFor(sheet, hotline, digitSize, promptSize)
  const centre = line + sheet.rule + (sheet.foot - sheet.rule) / 2
  const baseline = Math.round(centre + (digitSize.px * metrics[digitSize.font].digit) / 2000)
  const lift = promptSize.font === 'sans' ? Math.round(promptSize.px * 0.06) : 0
  const digitsAt = sheet.margin + (words.prompt ? words.prompt.width + words.gap : 0)
  const still: readonly DrawOp[] = [
    { op: 'rect', x: 0, y: line, w: sheet.width, h: sheet.rule, fill: palette.rule },
    ...(words.prompt?.ops(sheet.margin, baseline - lift) ?? []),
    ...words.digits.ops(digitsAt, baseline),
  ]
  return (page, count) => [
    ...still,
    ...markOps(sheet, sheet.margin + words.width, Math.round(centre), page, count),
  ]
}

const markOps = (
  sheet: Sheet,
  left: number,
  centre: number,
  page: number,
  count: number,
): readonly DrawOp[] => {
  if (count < 2) return []
  const gap = Math.max(2, scaled(sheet, 14))
  const h = Math.max(2, scaled(sheet, 12))
  const room = sheet.width - sheet.margin - left - 3 * gap
  const w = Math.min(Math.max(5, scaled(sheet, 44)), Math.floor((room + gap) / count) - gap)
  if (w < Math.max(6, scaled(sheet, 10))) return []
  const y = centre - Math.floor(h / 2)
  const { dim, text } = sheet.palette
  return Array.from({ length: count }, (_, i): DrawOp => {
    const x = sheet.width - sheet.margin - (count - i) * (w + gap) + gap
    if (i === page) return { op: 'rect', x, y, w, h, fill: text }
    return dim ? { op: 'rect', x, y, w, h, fill: dim } : { op: 'frame', x, y, w, h, stroke: text, line: 1 }
  })
}
