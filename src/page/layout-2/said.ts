import type { DrawOp } from '../../model/page.ts'
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
import { fit, leastHeight, type Piece, type Press } from './fit.ts'
import { splitPages, wholeOf } from './pagination.ts'
import type { Manner, Prepared } from './prepared.ts'
import { pressFor, trailIn } from './press.ts'
import { stampRun, type StampRun } from './stamps.ts'
import type { Texts } from './texts.ts'

/** The swindler's words in a bubble with a stamp on it, what you do on solid green, larger (PAGE-11). */
type Panel = { readonly voice: Voice; readonly text: Prepared }

/** Words beside their stamp are no narrower than this many of the smallest characters, else they stand under it. */
const BESIDE_STAMP = 6
/** The swindler's words at this share of the advice, where both stand on one page. */
const QUIETER = 0.7

const gapOf = (sheet: Sheet): number => Math.max(2, scaled(sheet, 18))

const stampOf = (sheet: Sheet, voice: Voice): StampRun => stampRun(sheet, 'he', voice.label, labelSize(sheet))

const inner = (sheet: Sheet): number => sheet.width - 2 * sheet.margin

/** A stamp beside the words eats width, one above them height. */
const isBeside = (sheet: Sheet, voice: Voice): boolean =>
  inner(sheet) - stampOf(sheet, voice).width - 2 * padX(sheet) >= BESIDE_STAMP * sheet.least &&
  sheet.mode === 'wide'

const wordsBox = (sheet: Sheet, voice: Voice, height: number): Box => {
  const left =
    voice.who === 'he' && isBeside(sheet, voice) ? stampOf(sheet, voice).width + gapOf(sheet) : padX(sheet)
  return {
    x: sheet.margin + left,
    y: 0,
    width: inner(sheet) - left - padX(sheet),
    height,
    hang: left === padX(sheet) ? Math.max(0, left - outline(sheet) - Math.max(3, scaled(sheet, 10))) : 0,
    trail: trailIn(padX(sheet)),
    ownEdges: true,
  }
}

/** The green says it as well: where its label would cost the words their size there is none. */
const LABEL_SHARE = 0.18
const labelRoom = (sheet: Sheet): number => {
  const room = inkHeightOf(labelSize(sheet), sheet.metrics) + Math.max(2, scaled(sheet, 16))
  return room <= panelArea(sheet).height * LABEL_SHARE ? room : 0
}

/** What of a panel's height its words do not get. */
const chromeOf = (sheet: Sheet, voice: Voice): number => {
  const label = inkHeightOf(labelSize(sheet), sheet.metrics)
  if (voice.who === 'you') return 2 * padY(sheet) + labelRoom(sheet)
  return isBeside(sheet, voice) ? 2 * padY(sheet) : 3 * padY(sheet) + label
}

const pressOf = (sheet: Sheet, voice: Voice, height: number, sizes: readonly Size[]): Press => ({
  ...pressFor(sheet, wordsBox(sheet, voice, height), sheet.least, sheet.least),
  sizes,
})

type Set = { readonly voice: Voice; readonly block: Block }

const heOps = (sheet: Sheet, { voice, block }: Set, y: number, height: number): readonly DrawOp[] => {
  const { palette, metrics } = sheet
  const frame = { x: sheet.margin, y, w: inner(sheet), h: height }
  const radius = isSharp(sheet) ? 0 : Math.max(3, scaled(sheet, 28))
  const stamp = stampRun(sheet, 'he', voice.label, labelSize(sheet), radius)
  const box = wordsBox(sheet, voice, 0)
  const isSide = isBeside(sheet, voice)
  const head = isSide ? 0 : inkHeightOf(labelSize(sheet), metrics) + padY(sheet)
  const top = y + head + Math.max(0, Math.floor((height - head - block.height) / 2))
  const ink = palette.text
  return [
    { op: 'frame', ...frame, stroke: palette.bubble, line: outline(sheet), ...(radius ? { radius } : {}) },
    ...tailOps(sheet, y + height),
    ...stamp.ops(frame.x, y, isSide ? height : head),
    ...blockOps(block, box, top, { text: ink, accent: ink }, metrics),
  ]
}

const youOps = (sheet: Sheet, { voice, block }: Set, y: number, height: number): readonly DrawOp[] => {
  const { palette, metrics } = sheet
  const size = labelSize(sheet)
  const label = quietRun(voice.label, size, palette.doLabel, metrics)
  const box = wordsBox(sheet, voice, 0)
  const top = y + padY(sheet)
  const from = top + labelRoom(sheet)
  const free = y + height - padY(sheet) - from - block.height
  const radius = isSharp(sheet) ? {} : { radius: Math.max(3, scaled(sheet, 28)) }
  return [
    { op: 'rect', x: sheet.margin, y, w: inner(sheet), h: height, fill: palette.doFill, ...radius },
    ...(labelRoom(sheet) > 0 ? label.ops(box.x, top + ascentOf(size, metrics)) : []),
    ...blockOps(
      block,
      box,
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
  const heights = sets.map(({ voice, block }) => block.height + chromeOf(sheet, voice))
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
    panelArea(sheet).height -
    gapBetween(sheet, panels) -
    panels.reduce((n, { voice }) => n + chromeOf(sheet, voice), 0)
  const presses = panels.map(({ voice }) => (size: Size) => {
    const tries = voice.who === 'he' ? quieter(sheet, size) : [size]
    return pressOf(sheet, voice, room, tries)
  })
  const stands = (size: Size): boolean =>
    panels.reduce((height, { text }, i) => {
      const press = presses[i]?.(size)
      const smallest = press?.sizes.at(-1)
      return press && smallest ? height + leastHeight(wholeOf(text), press, smallest) : height
    }, 0) <= room
  for (const size of sizes.slice(firstThat(sizes, stands))) {
    const blocks = panels.map(({ text }, i) => {
      const press = presses[i]?.(size)
      return press && fit(wholeOf(text), press)
    })
    if (!blocks.every((block) => block?.bad === 0)) continue
    const sets = panels.flatMap(({ voice }, i) => (blocks[i] ? [{ voice, block: blocks[i] }] : []))
    if (sets.reduce((n, { block }) => n + block.height, 0) <= room) return draftOf(sheet, sets)
  }
  return undefined
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

const roomOf = (sheet: Sheet, voice: Voice): number =>
  panelArea(sheet).height - gapBetween(sheet, [{ voice }]) - chromeOf(sheet, voice)

/** A sentence of advice is not torn apart as long as it can be read whole. */
const onOne = (
  sheet: Sheet,
  { voice, text }: Panel,
  sizes: readonly Size[],
): readonly Draft[] | undefined => {
  const block = fit(wholeOf(text), pressOf(sheet, voice, roomOf(sheet, voice), sizes))
  return block?.bad === 0 ? [draftOf(sheet, [{ voice, block }])] : undefined
}

const spread = (
  sheet: Sheet,
  { voice, text }: Panel,
  sizes: readonly Size[],
): readonly Draft[] | undefined => {
  const press = pressOf(sheet, voice, roomOf(sheet, voice), sizes)
  const blocks = splitPages(text, press)?.map((piece: Piece) => fit(piece, press))
  return blocks?.every((block) => block !== undefined)
    ? blocks.map((block) => draftOf(sheet, [{ voice, block }]))
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
  const wanted = sheet.sizes.headline
  const good = ladder(sheet.profile, wanted, goodPx(sheet, sheet.sizes.second))
  const spoken = (manner: Manner): readonly Panel[] =>
    voices.map((voice) => ({ voice, text: texts(sheet, voice.wording, manner) }))
  const large = ladder(sheet.profile, sheet.sizes.motto, goodPx(sheet, sheet.sizes.second))
  const both = voices.length > 1 ? together(sheet, spoken({ oneBreath: true }), large) : undefined
  if (both) return [both]
  const alone = ladder(sheet.profile, sheet.sizes.beat, goodPx(sheet, sheet.sizes.second))
  const any = ladder(sheet.profile, wanted, sheet.least)
  const floor = ladder(sheet.profile, sheet.least, floorPx(sheet.profile))
  const drafts: Draft[] = []
  for (const panel of spoken({})) {
    const made =
      onOne(sheet, panel, alone) ??
      onOne(sheet, panel, any) ??
      spread(sheet, panel, good) ??
      spread(sheet, panel, any) ??
      spread(sheet, panel, floor)
    if (!made) return undefined
    drafts.push(...made)
  }
  return drafts
}
