import type { DrawOp } from '../model/page.ts'
import type { Draft, Wording } from './draft.ts'
import { goodPx, prepared } from './draft.ts'
import { MOST_CHARACTERS } from './dwell.ts'
import { ascentOf, bestOf, fit, inkHeightOf, type Block, type Box, type Piece } from './fit.ts'
import { labelSize, messageBox } from './furniture.ts'
import { blockOps, quietRun } from './ink.ts'
import { ladder, type Size } from './legibility.ts'
import { splitPages, wholeOf } from './pagination.ts'
import { readCount } from './prepared.ts'
import { scaled, type Sheet } from './sheet.ts'

/** Who speaks: the swindler in an outline bubble, you on solid green. */
export type Voice = { readonly who: 'he' | 'you'; readonly label: string; readonly wording: Wording }

type Panel = { readonly voice: Voice; readonly piece: Piece }

export const padX = (sheet: Sheet): number => Math.max(6, scaled(sheet, 56))
export const padY = (sheet: Sheet): number => Math.max(4, scaled(sheet, 30))
export const labelGap = (sheet: Sheet): number => Math.max(3, scaled(sheet, 22))
export const outline = (sheet: Sheet): number =>
  Math.max(sheet.profile.colour === 'full' ? 2 : 1, scaled(sheet, 6))
export const tailHeight = (sheet: Sheet): number => Math.max(6, scaled(sheet, 46))
export const isSharp = (sheet: Sheet): boolean => sheet.profile.colour !== 'full'

export const panelArea = (sheet: Sheet): Box => {
  const box = messageBox(sheet, false)
  const top = Math.round(sheet.margin * 0.8)
  return { ...box, y: top, height: box.height + box.y - top }
}

const textBox = (sheet: Sheet, height: number): Box => {
  const width = sheet.width - 2 * sheet.margin - 2 * padX(sheet)
  const out = padX(sheet) - outline(sheet) - Math.max(3, scaled(sheet, 10))
  return {
    x: sheet.margin + padX(sheet),
    y: 0,
    width,
    height,
    hang: out,
    trail: Math.floor(padX(sheet) * 0.3),
  }
}

/** Height of a panel around its text: paddings, label, gap. */
const chrome = (sheet: Sheet): number =>
  2 * padY(sheet) + inkHeightOf(labelSize(sheet), sheet.metrics) + labelGap(sheet)

const stackGap = (sheet: Sheet, panels: readonly Panel[]): number =>
  panels.some((p) => p.voice.who === 'he') ? tailHeight(sheet) : 0

/** All panels of one page at one size. */
const stacked = (
  sheet: Sheet,
  panels: readonly Panel[],
  sizes: readonly Size[],
): readonly Block[] | undefined => {
  const room = panelArea(sheet).height - stackGap(sheet, panels) - panels.length * chrome(sheet)
  const count = panels.reduce((n, p) => n + readCount(p.piece.text.glyphs.slice(p.piece.from, p.piece.to)), 0)
  if (count > MOST_CHARACTERS) return undefined
  return bestOf(sizes, (size) => {
    const blocks = panels.map((p) => fit([p.piece], textBox(sheet, room), [size], sheet.metrics))
    if (!blocks.every((b) => b !== undefined)) return undefined
    if (blocks.reduce((sum, b) => sum + b.height, 0) > room) return undefined
    return { made: blocks, cost: blocks.reduce((sum, b) => sum + b.cost, 0) }
  })
}

const panelOps = (sheet: Sheet, voice: Voice, block: Block, y: number, height: number): readonly DrawOp[] => {
  const { palette, metrics } = sheet
  const isHe = voice.who === 'he'
  const box = { x: sheet.margin, y, w: sheet.width - 2 * sheet.margin, h: height }
  const radius = isSharp(sheet) ? {} : { radius: Math.max(3, scaled(sheet, 28)) }
  const size = labelSize(sheet)
  const inner = inkHeightOf(size, metrics) + labelGap(sheet) + block.height
  const top = y + Math.floor((height - inner) / 2)
  const text = textBox(sheet, 0)
  const label = quietRun(voice.label, size, isHe ? palette.bubbleLabel : palette.doLabel, metrics)
  const ink = isHe ? palette.text : palette.doText
  return [
    isHe
      ? { op: 'frame', ...box, stroke: palette.bubble, line: outline(sheet), ...radius }
      : { op: 'rect', ...box, fill: palette.doFill, ...radius },
    ...(isHe ? tailOps(sheet, y + height) : []),
    ...label.ops(text.x, top + ascentOf(size, metrics)),
    ...blockOps(
      block,
      text,
      top + inkHeightOf(size, metrics) + labelGap(sheet),
      { text: ink, accent: ink },
      metrics,
    ),
  ]
}

/** The bubble's tail, down from its lower edge; slanted lines would be grey on panels without shades. */
export const tailOps = (sheet: Sheet, bottom: number): readonly DrawOp[] => {
  if (isSharp(sheet)) return []
  const line = outline(sheet)
  const half = Math.round(tailHeight(sheet) * 0.58)
  const x = sheet.margin + padX(sheet) + half + scaled(sheet, 20)
  const tip = bottom + tailHeight(sheet) - line - 1
  const top = bottom - line / 2
  const inset = Math.round(line * 0.6)
  return [
    {
      op: 'rect',
      x: x - half + inset,
      y: bottom - line,
      w: 2 * (half - inset),
      h: line,
      fill: sheet.palette.ground,
    },
    {
      op: 'path',
      points: [
        [x - half, top],
        [x, tip],
        [x + half, top],
      ],
      closed: false,
      stroke: sheet.palette.bubble,
      line,
    },
  ]
}

/** Panels fill the area as far as it looks right; more room than that stays black around them. */
export const MOST_STRETCH = 0.6

const draftOf = (sheet: Sheet, panels: readonly Panel[], blocks: readonly Block[]): Draft => {
  const area = panelArea(sheet)
  const gap = stackGap(sheet, panels)
  const heights = blocks.map((b) => b.height + chrome(sheet))
  const used = heights.reduce((a, b) => a + b, 0)
  const stretch = Math.min(MOST_STRETCH, (area.height - gap - used) / used)
  const full = heights.map((h) => Math.floor(h * (1 + stretch)))
  let y = area.y + Math.max(0, Math.floor((area.height - gap - full.reduce((a, b) => a + b, 0)) / 2))
  return panels.flatMap((panel, i) => {
    const block = blocks[i]
    const height = full[i] ?? 0
    const ops = block ? panelOps(sheet, panel.voice, block, y, height) : []
    y += height + gap
    return ops
  })
}

/**
 * Both voices on one page where they read well together, else a page (or more) each.
 * @returns undefined when one of them cannot be set at all
 */
export const voiceDrafts = (sheet: Sheet, voices: readonly Voice[]): readonly Draft[] | undefined => {
  const wanted = voices.length === 1 ? sheet.sizes.headline : sheet.sizes.second
  const good = ladder(sheet.profile, wanted, goodPx(sheet, wanted))
  const all = voices.map((voice) => ({
    voice,
    piece: wholeOf(prepared(sheet, voice.wording, voices.length > 1 ? { oneBreath: true } : {})),
  }))
  const together = stacked(sheet, all, good)
  if (together) return [draftOf(sheet, all, together)]
  const any = ladder(sheet.profile, wanted, sheet.least)
  const drafts: Draft[] = []
  for (const panel of all) {
    const made =
      onOne(sheet, panel, good) ??
      onOne(sheet, panel, any) ??
      spread(sheet, panel, good) ??
      spread(sheet, panel, any)
    if (!made) return undefined
    drafts.push(...made)
  }
  return drafts
}

/** A sentence of advice is not torn apart as long as it can be read whole. */
const onOne = (sheet: Sheet, panel: Panel, sizes: readonly Size[]): readonly Draft[] | undefined => {
  const blocks = stacked(sheet, [panel], sizes)
  return blocks?.every((block) => block.bad === 0) ? [draftOf(sheet, [panel], blocks)] : undefined
}

const spread = (sheet: Sheet, panel: Panel, sizes: readonly Size[]): readonly Draft[] | undefined => {
  const room = panelArea(sheet).height - stackGap(sheet, [panel]) - chrome(sheet)
  const press = { box: textBox(sheet, room), sizes, metrics: sheet.metrics, most: Number.POSITIVE_INFINITY }
  return splitPages(panel.piece.text, press)?.map((piece) => {
    const part = { ...panel, piece }
    return draftOf(sheet, [part], stacked(sheet, [part], sizes) ?? [])
  })
}
