import type { Colour, DrawOp, TextOp } from '../model/page.ts'
import { ascentOf, leadingOf, paragraphGapOf, pushOf, type Block, type Box } from './fit.ts'
import { glyphsOf, type Glyph } from './glyphs.ts'
import type { Size } from './legibility.ts'
import type { Metrics } from './metrics.ts'
import type { SetLine } from './prepared.ts'
import { setLine } from './setting.ts'

export type Inks = { readonly text: Colour; readonly accent: Colour }

const px = (thousandths: number, size: Size): number => Math.round((thousandths * size.px) / 1000)

/** Ops of one set line with its text edge at `x`; a new op wherever the colour changes. */
export const lineOps = (
  line: SetLine,
  size: Size,
  x: number,
  baseline: number,
  inks: Inks,
): readonly TextOp[] => {
  const ops: TextOp[] = []
  let run: { text: string; xs: number[]; accent: boolean } | undefined
  const flush = (): void => {
    if (run)
      ops.push({
        op: 'text',
        font: size.font,
        size: size.px,
        y: baseline,
        xs: run.xs,
        text: run.text,
        fill: run.accent ? inks.accent : inks.text,
      })
  }
  line.glyphs.forEach((glyph, i) => {
    if (run && run.accent !== glyph.accent) {
      flush()
      run = undefined
    }
    run ??= { text: '', xs: [], accent: glyph.accent }
    run.text += glyph.character
    run.xs.push(x + px(line.setting.at[i] ?? 0, size))
  })
  flush()
  return ops
}

/** A block with its ink from `top` down. Where a mark cannot hang out far enough the whole block moves right with it. */
export const blockOps = (
  block: Block,
  box: Box,
  top: number,
  inks: Inks,
  metrics: Metrics,
): readonly DrawOp[] => {
  const { size, paragraphs } = block
  const push = pushOf(paragraphs.flat(), box, size)
  let baseline = top + ascentOf(size, metrics)
  const ops: DrawOp[] = []
  for (const paragraph of paragraphs) {
    for (const line of paragraph) {
      const middle = Math.floor((box.width - px(line.setting.width, size)) / 2)
      const own = pushOf([line], box, size)
      const left = box.centred ? Math.max(own, middle) : box.ownEdges ? own : push
      ops.push(...lineOps(line, size, box.x + left, baseline, inks))
      baseline += leadingOf(size)
    }
    baseline += paragraphGapOf(size)
  }
  return ops
}

/** Furniture: one line of words that is not part of the message. */
export type Run = { readonly width: number; readonly ops: (x: number, baseline: number) => readonly TextOp[] }

export const quietRun = (
  text: string | readonly Glyph[],
  size: Size,
  fill: Colour,
  metrics: Metrics,
): Run => {
  const glyphs = typeof text === 'string' ? glyphsOf(text) : text
  const line = { glyphs, setting: setLine(glyphs, metrics[size.font], size.font === 'pixel') }
  return {
    width: px(line.setting.width, size),
    ops: (x, baseline) =>
      lineOps(line, size, x, baseline, { text: fill, accent: fill }).map((op) => ({ ...op, quiet: true })),
  }
}
