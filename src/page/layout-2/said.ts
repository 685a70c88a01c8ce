import type { DrawOp } from '../../model/page.ts'
import { NEVER } from '../../text/breaks.ts'
import { goodPx, type Draft } from '../draft.ts'
import { MOST_CHARACTERS } from '../dwell.ts'
import { ascentOf, inkHeightOf, type Block, type Box } from '../fit.ts'
import { labelSize } from '../furniture.ts'
import { blockOps, quietRun } from '../ink.ts'
import { floorPx, ladder, type Size } from '../legibility.ts'
import { scaled, type Sheet } from '../sheet.ts'
import {
  isSharp,
  MOST_STRETCH,
  outline,
  padX,
  padY,
  panelArea,
  tailHeight,
  tailOps,
  type Voice,
} from '../voices.ts'
import { fit, leastHeight, TENTH, type Piece, type Press } from './fit.ts'
import { splitPages, wholeOf } from './pagination.ts'
import type { Manner, Prepared } from './prepared.ts'
import { pressOf, trailIn } from './press.ts'
import { stampRun, type StampRun } from './stamps.ts'
import type { Texts } from './texts.ts'

/** Words beside their stamp are no narrower than this many of the smallest characters, else they stand under it. */
const BESIDE_STAMP = 6
/** The swindler's words at this share of the advice, where both stand on one page. */
const QUIETER = 0.7

/** Breaks that cost more tear the sentence: smaller words are read more easily. */
const FAIR = 4

const gapOf = (sheet: Sheet): number => Math.max(2, scaled(sheet, 18))

const inner = (sheet: Sheet): number => sheet.width - 2 * sheet.margin

/** The green says it as well: where its label would cost the words their size there is none. */
const LABEL_SHARE = 0.18
const labelRoom = (sheet: Sheet): number => {
  const room = inkHeightOf(labelSize(sheet), sheet.metrics) + Math.max(2, scaled(sheet, 24))
  return room <= panelArea(sheet).height * LABEL_SHARE ? room : 0
}

/** What is the same on every page of a voice: the words' place, what stands beside them, the height they do not get. */
type Frame = {
  readonly isBeside: boolean
  readonly stamp: StampRun
  readonly box: Box
  readonly chrome: number
}

const frameOf = (sheet: Sheet, voice: Voice): Frame => {
  const radius = isSharp(sheet) ? 0 : Math.max(3, scaled(sheet, 28))
  const stamp = stampRun(sheet, 'he', voice.label, labelSize(sheet), { radius })
  // A stamp beside the words eats width, one above them height.
  const isBeside =
    inner(sheet) - stamp.width - 2 * padX(sheet) >= BESIDE_STAMP * sheet.least && sheet.mode === 'wide'
  const left = voice.who === 'he' && isBeside ? stamp.width + gapOf(sheet) : padX(sheet)
  const label = inkHeightOf(labelSize(sheet), sheet.metrics)
  const above = voice.who === 'you' ? labelRoom(sheet) : isBeside ? 0 : padY(sheet) + label
  const box = {
    x: sheet.margin + left,
    y: 0,
    width: inner(sheet) - left - padX(sheet),
    height: 0,
    hang: left === padX(sheet) ? Math.max(0, left - outline(sheet) - Math.max(3, scaled(sheet, 10))) : 0,
    trail: trailIn(padX(sheet)),
    ownEdges: true,
  }
  return { isBeside, stamp, box, chrome: 2 * padY(sheet) + above }
}

/** The swindler's words in a bubble with a stamp on it, what you do on solid green, larger (PAGE-11). */
type Panel = { readonly voice: Voice; readonly text: Prepared; readonly frame: Frame }

const pressIn = (sheet: Sheet, { frame }: Panel, height: number, sizes: readonly Size[]): Press =>
  pressOf(sheet, { ...frame.box, height }, sizes)

type Set = Pick<Panel, 'voice' | 'frame'> & { readonly block: Block }

const heOps = (sheet: Sheet, { frame, block }: Set, y: number, height: number): readonly DrawOp[] => {
  const { palette, metrics } = sheet
  const { box, isBeside, stamp } = frame
  const edge = { x: sheet.margin, y, w: inner(sheet), h: height }
  const radius = isSharp(sheet) ? 0 : Math.max(3, scaled(sheet, 28))
  const head = isBeside ? 0 : inkHeightOf(labelSize(sheet), metrics) + padY(sheet)
  const top = y + head + Math.max(0, Math.floor((height - head - block.height) / 2))
  const ink = palette.text
  return [
    { op: 'frame', ...edge, stroke: palette.bubble, line: outline(sheet), ...(radius ? { radius } : {}) },
    ...tailOps(sheet, y + height),
    ...stamp.ops(edge.x, y, isBeside ? height : head),
    ...blockOps(block, box, top, { text: ink, accent: ink }, metrics),
  ]
}

const youOps = (sheet: Sheet, { voice, frame, block }: Set, y: number, height: number): readonly DrawOp[] => {
  const { palette, metrics } = sheet
  const size = labelSize(sheet)
  const room = labelRoom(sheet)
  const label = room > 0 ? quietRun(voice.label, size, palette.doLabel, metrics) : undefined
  const top = y + padY(sheet)
  const from = top + room
  const free = y + height - padY(sheet) - from - block.height
  const radius = isSharp(sheet) ? {} : { radius: Math.max(3, scaled(sheet, 28)) }
  return [
    { op: 'rect', x: sheet.margin, y, w: inner(sheet), h: height, fill: palette.doFill, ...radius },
    ...(label?.ops(frame.box.x, top + ascentOf(size, metrics)) ?? []),
    ...blockOps(
      block,
      frame.box,
      from + Math.max(0, Math.floor(free / 2)),
      { text: palette.doText, accent: palette.doText },
      metrics,
    ),
  ]
}

const gapBetween = (sheet: Sheet, sets: readonly Pick<Set, 'voice'>[]): number =>
  sets.some(({ voice }) => voice.who === 'he') ? tailHeight(sheet) : 0

/** Panels fill the area as far as it looks right, the advice more than what it answers. */
const draftOf = (sheet: Sheet, sets: readonly Set[]): Draft => {
  const area = panelArea(sheet)
  const gap = gapBetween(sheet, sets)
  const heights = sets.map(({ frame, block }) => block.height + frame.chrome)
  const used = heights.reduce((a, b) => a + b, 0)
  const spare = Math.max(0, Math.min(used * MOST_STRETCH, area.height - gap - used))
  const shares = sets.map(({ voice }) => (sets.length > 1 && voice.who === 'he' ? 0.3 : 1))
  const whole = shares.reduce((a, b) => a + b, 0)
  const full = heights.map((h, i) => h + Math.floor((spare * (shares[i] ?? 0)) / whole))
  let y = area.y + Math.max(0, Math.floor((area.height - gap - full.reduce((a, b) => a + b, 0)) / 2))
  return sets.flatMap((set, i) => {
    const height = full[i] ?? 0
    const ops = set.voice.who === 'he' ? heOps(sheet, set, y, height) : youOps(sheet, set, y, height)
    y += height + gap
    return ops
  })
}

/** The swindler's words beside a given size of the advice. */
const quieter = (sheet: Sheet, { px }: Size): readonly Size[] => {
  const wanted = Math.max(sheet.least, Math.round(px * QUIETER))
  return ladder(sheet.profile, wanted, sheet.least)
}

/** Both voices on one page, the advice as large as it goes; undefined when they do not read well together. */
const together = (sheet: Sheet, panels: readonly Panel[], sizes: readonly Size[]): Draft | undefined => {
  const read = panels.reduce((n, { text }) => n + (text.reads.at(-1) ?? 0), 0)
  if (read > MOST_CHARACTERS) return undefined
  const room =
    panelArea(sheet).height - gapBetween(sheet, panels) - panels.reduce((n, { frame }) => n + frame.chrome, 0)
  const presses = panels.map((panel) => (size: Size) => {
    const tries = panel.voice.who === 'he' ? quieter(sheet, size) : [size]
    return pressIn(sheet, panel, room, tries)
  })
  const stands = (size: Size): boolean =>
    panels.reduce((height, { text }, i) => {
      const press = presses[i]?.(size)
      const smallest = press?.sizes.at(-1)
      return press && smallest ? height + leastHeight(wholeOf(text), press, smallest) : height
    }, 0) <= room
  const from = firstThat(sizes, stands)
  const largest = sizes[from]?.px ?? 1
  let best: { readonly sets: readonly Set[]; readonly score: number } | undefined
  for (const size of sizes.slice(from)) {
    const smaller = TENTH * 10 * (1 - size.px / largest)
    if (best && smaller >= best.score) break
    const sets = panels.flatMap((panel, i) => {
      const press = presses[i]?.(size)
      const block = press && fit(wholeOf(panel.text), press)
      return block?.bad === 0 ? [{ ...panel, block }] : []
    })
    if (sets.length < panels.length || sets.reduce((n, { block }) => n + block.height, 0) > room) continue
    const score = smaller + sets.reduce((n, { block }) => n + block.cost, 0)
    if (!best || score < best.score) best = { sets, score }
  }
  return best && draftOf(sheet, best.sets)
}

/** Where those begin that hold, in a list in which all after the first that holds do; its length when none does. */
const firstThat = <T>(all: readonly T[], holds: (one: T) => boolean): number => {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = all[middle]
    if (one !== undefined && holds(one)) high = middle
    else low = middle + 1
  }
  return low
}

const roomOf = (sheet: Sheet, panel: Panel): number =>
  panelArea(sheet).height - gapBetween(sheet, [panel]) - panel.frame.chrome

/** A sentence of advice is not torn apart as long as it can be read whole. */
const onOne = (
  sheet: Sheet,
  panel: Panel,
  sizes: readonly Size[],
  most = NEVER,
): readonly Draft[] | undefined => {
  const block = fit(wholeOf(panel.text), pressIn(sheet, panel, roomOf(sheet, panel), sizes))
  return block?.bad === 0 && block.cost < most ? [draftOf(sheet, [{ ...panel, block }])] : undefined
}

const spread = (sheet: Sheet, panel: Panel, sizes: readonly Size[]): readonly Draft[] | undefined => {
  const press = pressIn(sheet, panel, roomOf(sheet, panel), sizes)
  const blocks = splitPages(panel.text, press)?.map((piece: Piece) => fit(piece, press))
  return blocks?.every((block) => block !== undefined)
    ? blocks.map((block) => draftOf(sheet, [{ ...panel, block }]))
    : undefined
}

/**
 * Both voices on one page where they read well together, else a page (or more) each; every page says who speaks.
 * @returns undefined when one of them cannot be set at all
 */
export const saidDrafts = (
  sheet: Sheet,
  texts: Texts,
  voices: readonly Voice[],
): readonly Draft[] | undefined => {
  const good = goodPx(sheet, sheet.sizes.second)
  const framed = voices.map((voice) => ({ voice, frame: frameOf(sheet, voice) }))
  const spoken = (manner: Manner): readonly Panel[] =>
    framed.map((one) => {
      // His words are quoted as they are; advice is a headline, and says its pauses by its lines.
      const silent = one.voice.who === 'you'
      return { ...one, text: texts(sheet, one.voice.wording, { ...manner, silent }) }
    })
  const sizes = (wanted: number, least: number): readonly Size[] => ladder(sheet.profile, wanted, least)
  const both =
    voices.length > 1
      ? together(sheet, spoken({ oneBreath: true }), sizes(sheet.sizes.motto, good))
      : undefined
  if (both) return [both]
  const { beat, headline } = sheet.sizes
  const drafts: Draft[] = []
  for (const panel of spoken({})) {
    const made =
      onOne(sheet, panel, sizes(beat, good), FAIR) ??
      onOne(sheet, panel, sizes(headline, sheet.least), FAIR) ??
      onOne(sheet, panel, sizes(beat, good)) ??
      onOne(sheet, panel, sizes(headline, sheet.least)) ??
      spread(sheet, panel, sizes(headline, good)) ??
      spread(sheet, panel, sizes(headline, sheet.least)) ??
      spread(sheet, panel, sizes(sheet.least, floorPx(sheet.profile)))
    if (!made) return undefined
    drafts.push(...made)
  }
  return drafts
}
