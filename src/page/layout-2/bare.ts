import type { HotlineWords } from '../../model/content.ts'
import type { Refusal } from '../../errors/refusal.ts'
import { stripPx } from '../bare.ts'
import { doesNotFit, inksOf, placed, type Draft, type Stamp, type Wording } from '../draft.ts'
import { ascentOf, inkHeightOf, leadingOf, type Block, type Box } from '../fit.ts'
import { quietRun } from '../ink.ts'
import { floorPx, LEAST_COLUMNS, sizeAtLeast, sizeAtMost, type Size } from '../legibility.ts'
import type { Sheet } from '../sheet.ts'
import { pressesFor, setText, type Presses } from './press.ts'
import type { Prepared } from './prepared.ts'
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
/** Lines of fewer characters are too narrow for air around a stamp. */
const TIGHT_UNDER = 5

type Frame = {
  readonly box: Box
  /** What stands on the page besides the message. */
  readonly furniture: Draft
  /** The stamp says whose words they are; there is no room for quotation marks. */
  readonly isTight?: boolean
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

/** A stamp above the words where there are rows for it, else before them. */
const stamped = (sheet: Sheet, frame: Frame, who: Stamp['who'], words: string): Frame => {
  const { box } = frame
  const size = sizeOn(sheet)
  const row = leadingOf(size)
  if (sheet.mode !== 'strip' && box.height - row >= 2 * row) {
    const run = stampRun(sheet, who, words, size)
    return {
      box: { ...box, y: box.y + row, height: box.height - row, centred: false },
      furniture: [...frame.furniture, ...run.ops(box.x, box.y, row)],
    }
  }
  // Where three characters stand beside it at most, a stamp and its air would cost one of them.
  const isTight = box.width < TIGHT_UNDER * size.px
  const run = stampRun(sheet, who, words, size, isTight ? { pad: 0 } : {})
  const high = inkHeightOf(size, sheet.metrics)
  const taken = run.width + (isTight ? 0 : Math.max(2, Math.round(size.px / 8)))
  return {
    box: { ...box, x: box.x + taken, width: box.width - taken, hang: 0, centred: false },
    furniture: [...frame.furniture, ...run.ops(box.x, Math.floor((sheet.height - high) / 2), high)],
    isTight,
  }
}

/**
 * Frames a text may stand in, the best first. The swindler's words are stamped everywhere; a topic is said where there is
 * room, advice wherever four characters stand beside it, and else if it costs no page more (PAGE-12).
 */
const framesFor = (sheet: Sheet, frame: Frame, stamp: Stamp | undefined): readonly Frame[] => {
  if (!stamp) return [frame]
  const size = sizeOn(sheet)
  const [long, short] = [stamp.long, stamp.short].map((words) => stamped(sheet, frame, stamp.who, words))
  if (!long || !short) return [frame]
  const columns = ({ box }: Frame): number => box.width / size.px
  const roomy = columns(long) >= BESIDE_STAMP ? [long] : []
  if (stamp.who === 'topic') return [...roomy, frame].slice(0, 1)
  const bare = stamp.who === 'you' && columns(short) < LEAST_COLUMNS ? [frame] : []
  return [...roomy, short, ...bare]
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

/** A text in the frame that cuts fewest words, then takes fewest pages; of equal ones in the first. */
const setIn = (
  sheet: Sheet,
  textIn: (frame: Frame) => Prepared,
  frames: readonly Frame[],
): Set | undefined => {
  let best: (Set & { readonly places: number }) | undefined
  for (const frame of frames) {
    const text = textIn(frame)
    const tries = triesIn(sheet, frame)
    const places = text.places(tries[0]?.().capacity ?? 0).at.length
    if (best && places > best.places) continue
    const blocks = setText(text, tries)
    if (!blocks) continue
    if (!best && blocks.length === 1 && blocks[0]?.bad === 0) return { frame, blocks }
    if (!best || places < best.places || blocks.length < best.blocks.length) best = { frame, blocks, places }
  }
  return best
}

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
    const { text, unquoted = text } = wording
    const textIn = ({ isTight }: Frame): Prepared =>
      texts(sheet, { ...wording, text: isTight ? unquoted : text }, { silent: true })
    if (textIn(bare).glyphs.length === 0) continue
    const frames = framesFor(sheet, numbered ?? bare, wording.stamp)
    const set = floor > sheet.height ? undefined : setIn(sheet, textIn, frames)
    if (set) sets.push(set)
    else faults.push(doesNotFit(sheet.profile, wording.field))
  }
  const inks = inksOf(sheet)
  const drafts = sets.flatMap(({ frame, blocks }) =>
    blocks.map((block) => [...frame.furniture, ...placed(sheet, block, frame.box, inks)]),
  )
  return { drafts, faults }
}
