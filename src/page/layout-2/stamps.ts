import type { Colour, DrawOp } from '../../model/page.ts'
import type { Stamp } from '../draft.ts'
import { inkHeightOf, ascentOf } from '../fit.ts'
import { quietRun } from '../ink.ts'
import type { Size } from '../legibility.ts'
import type { Palette } from '../palette.ts'
import type { Sheet } from '../sheet.ts'

type Colours = { readonly fill: Colour; readonly text: Colour }

/** Dark words on a lit block: told apart from the message on every panel, whatever lamps it has. */
const coloursOf = (who: Stamp['who'], { bubbleLabel, doFill, doText, rule, ground }: Palette): Colours => {
  if (who === 'he') return { fill: bubbleLabel, text: ground }
  return who === 'you' ? { fill: doFill, text: doText } : { fill: rule, text: ground }
}

/** A stamp set at one size: how wide it stands, and its ops in a block of height `h` from `x`, `y`. */
export type StampRun = {
  readonly width: number
  readonly ops: (x: number, y: number, h: number) => readonly DrawOp[]
}

const padOf = (size: Size): number => Math.max(1, Math.round(size.px / (size.font === 'pixel' ? 16 : 4)))

export const stampRun = (
  sheet: Sheet,
  who: Stamp['who'],
  words: string,
  size: Size,
  { radius = 0, pad = padOf(size) }: { readonly radius?: number; readonly pad?: number } = {},
): StampRun => {
  const { fill, text } = coloursOf(who, sheet.palette)
  const run = quietRun(words, size, text, sheet.metrics)
  const width = run.width + 2 * pad
  return {
    width,
    ops: (x, y, h) => {
      const top = y + Math.round((h - inkHeightOf(size, sheet.metrics)) / 2)
      return [
        { op: 'rect', x, y, w: width, h, fill, ...(radius > 0 ? { radius } : {}) },
        ...run.ops(x + pad, top + ascentOf(size, sheet.metrics)),
      ]
    },
  }
}
