import type { DrawOp, Page, TextOp } from '../../src/model/page.ts'

/** One line of hanzi in the sans font from (x, y) on. */
export const buildText = (text: string, changes: Partial<TextOp> = {}): TextOp => ({
  op: 'text',
  font: 'sans',
  size: 48,
  y: 100,
  xs: Array.from(text, (_, i) => 40 + 48 * i),
  text,
  fill: '#F2EFE8',
  ...changes,
})

export const buildPage = (changes: Partial<Page> = {}, ...ops: readonly DrawOp[]): Page => ({
  width: 320,
  height: 160,
  ground: '#000000',
  dwellMs: 15_000,
  template: 'slogan@1',
  ops: ops.length > 0 ? ops : [buildText('天上不会掉馅饼')],
  ...changes,
})
