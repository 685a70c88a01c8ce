import type { HotlineWords } from '../../model/content.ts'
import type { DrawOp } from '../../model/page.ts'
import type { Refusal } from '../../errors/refusal.ts'
import { stripPx } from '../bare.ts'
import { doesNotFit, inksOf, placed, type Draft, type Stamp, type Wording } from '../draft.ts'
import { ascentOf, inkHeightOf, leadingOf, type Block, type Box } from '../fit.ts'
import { quietRun } from '../ink.ts'
import { floorPx, LEAST_COLUMNS, sizeAtLeast, sizeAtMost, type Size } from '../legibility.ts'
import type { Sheet } from '../sheet.ts'
import { pressesFor, setText, type Presses } from './press.ts'
import { stampRun } from './stamps.ts'
import type { Texts } from './texts.ts'

/**
 * Pages of panels without furniture (strips, very small panels): each text by itself, split at phrase ends instead of
 * scrolling, with a stamp wherever somebody speaks. The number stands on every page where there is room for it, else it
 * has the last page to itself (PAGE-8, PAGE-11).
 */

/** Beside the number at least this many characters of the message. */
const BESIDE_DIGITS = 11
/** Beside a stamp in full at least this many. */
const BESIDE_STAMP = 5

type Frame = {
  readonly box: Box
  /** What stands on the page besides the message. */
  readonly furniture: Draft
}

const sizeOn = (sheet: Sheet): Size => {
  const wanted = sheet.mode === 'strip' ? stripPx(sheet) : sheet.least
  return sizeAtMost(sheet.profile, wanted) ?? sizeAtLeast(sheet.profile, wanted)
}

const wholeBox = (sheet: Sheet): Box => ({
  x: sheet.margin,
  y: 0,
  width: sheet.width - 2 * sheet.margin,
  height: sheet.height,
  hang: sheet.margin,
  trail: sheet.margin,
  centred: true,
  ownEdges: true,
})

/** The number at the right end of a strip, in one place on all its pages. */
const withDigits = (sheet: Sheet, frame: Frame, number: string): Frame | undefined => {
  if (sheet.mode !== 'strip') return undefined
  const size = sizeOn(sheet)
  const run = quietRun(number, size, sheet.palette.accent, sheet.metrics)
  const gap = Math.round(size.px / 2)
  const { box } = frame
  const width = box.width - run.width - gap
  if (width < BESIDE_DIGITS * size.px) return undefined
  const baseline =
    Math.floor((sheet.height - inkHeightOf(size, sheet.metrics)) / 2) + ascentOf(size, sheet.metrics)
  return {
    box: { ...box, width, trail: 0, centred: false },
    furniture: [...frame.furniture, ...run.ops(box.x + box.width - run.width, baseline)],
  }
}

const stampIn = (sheet: Sheet, frame: Frame, stamp: Stamp | undefined): Frame => {
  if (!stamp) return frame
  const { box } = frame
  const size = sizeOn(sheet)
  const room = (words: string): number => box.width - stampRun(sheet, stamp.who, words, size).width
  const words = room(stamp.long) >= BESIDE_STAMP * size.px ? stamp.long : stamp.short
  // A topic is said where there is room, advice where words of four characters stand beside it; the swindler everywhere.
  if (stamp.who === 'topic' && words === stamp.short) return frame
  if (stamp.who === 'you' && room(words) < LEAST_COLUMNS * size.px) return frame
  const run = stampRun(sheet, stamp.who, words, size)
  const isRow = sheet.mode !== 'strip' && box.height - leadingOf(size) >= 2 * leadingOf(size)
  if (isRow) {
    const high = leadingOf(size)
    const ops = run.ops(box.x, box.y, high)
    return {
      box: { ...box, y: box.y + high, height: box.height - high, centred: false },
      furniture: [...frame.furniture, ...ops],
    }
  }
  const high = inkHeightOf(size, sheet.metrics)
  const ops: readonly DrawOp[] = run.ops(box.x, Math.floor((sheet.height - high) / 2), high)
  const taken = run.width + Math.max(2, Math.round(size.px / 8))
  return {
    box: { ...box, x: box.x + taken, width: box.width - taken, hang: 0, centred: false },
    furniture: [...frame.furniture, ...ops],
  }
}

const triesIn = (sheet: Sheet, { box }: Frame): Presses => {
  if (sheet.mode !== 'strip') return pressesFor(sheet, box, sheet.sizes.headline)
  const wanted = stripPx(sheet)
  return pressesFor(sheet, box, wanted, wanted, 1)
}

/** The hotline as a message of its own: `拿不准？先打96110`, or its words alone where the number stands beside them. */
const lastWording = ({ prompt, number }: HotlineWords, hasDigits: boolean): Wording => ({
  field: 'hotline',
  text: hasDigits ? prompt.trim() : `${prompt.trim()}${number}`,
  ...(hasDigits ? {} : { accent: number }),
})

type Set = { readonly frame: Frame; readonly blocks: readonly Block[] }

export const bareDrafts = (
  sheet: Sheet,
  texts: Texts,
  wordings: readonly Wording[],
  hotline: HotlineWords,
): { readonly drafts: readonly Draft[]; readonly faults: readonly Refusal[] } => {
  const bare: Frame = { box: wholeBox(sheet), furniture: [] }
  const numbered = withDigits(sheet, bare, hotline.number)
  const faults: Refusal[] = []
  const sets: Set[] = []
  const floor = floorPx(sheet.profile)
  for (const wording of [...wordings, lastWording(hotline, numbered !== undefined)]) {
    const text = texts(sheet, wording, { silent: true })
    if (text.glyphs.length === 0) continue
    const frame = stampIn(sheet, numbered ?? bare, wording.stamp)
    const blocks = floor > sheet.height ? undefined : setText(text, triesIn(sheet, frame))
    if (blocks) sets.push({ frame, blocks })
    else faults.push(doesNotFit(sheet.profile, wording.field))
  }
  const inks = inksOf(sheet)
  const drafts = sets.flatMap(({ frame, blocks }) =>
    blocks.map((block) => [...frame.furniture, ...placed(sheet, block, frame.box, inks)]),
  )
  return { drafts, faults }
}
