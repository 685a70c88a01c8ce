import type { Page, TextOp } from '../../../src/model/page.ts'
import { METRICS } from '../../../src/page/index.ts'
import { advanceOf } from '../../../src/page/metrics.ts'
import { codePoints } from '../../../src/text/characters.ts'
import type { Window } from './panel.ts'

/** A run of characters that stand on one line of a page, whatever colours they have. */
export type Line = {
  /** `sans`, or the pixel font with how many lamps one of its dots is wide. */
  readonly face: string
  readonly size: number
  readonly text: string
  readonly fill: string
  readonly window: Window
}

const right = (op: TextOp): number => {
  const characters = codePoints(op.text)
  const last = characters.at(-1) ?? ''
  return (op.xs[characters.length - 1] ?? 0) + (advanceOf(METRICS[op.font], last) * op.size) / 1000
}
const left = (op: TextOp): number => op.xs[0] ?? 0

const faceOf = ({ font, size }: TextOp): string => (font === 'sans' ? font : `${font} ${size}`)

/** Two characters apart or more, words are another line: a label beside a hotline. */
const APART = 2

const together = (ops: readonly TextOp[]): readonly (readonly TextOp[])[] => {
  const lines: TextOp[][] = []
  for (const op of ops.toSorted((a, b) => a.y - b.y || left(a) - left(b))) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    const goesOn =
      last &&
      last.y === op.y &&
      faceOf(last) === faceOf(op) &&
      last.size === op.size &&
      left(op) - right(last) < APART * op.size
    if (goesOn) line?.push(op)
    else lines.push([op])
  }
  return lines
}

/** Around the ink, in characters; where a frame or another line stands near it is not read with it. */
const BESIDE = 0.12
const ABOVE = 0.06

/** From the first to the last letter: marks at the ends hang into frames, and are not judged. */
const breadthOf = (ops: readonly TextOp[]): readonly [from: number, to: number] => {
  const letters = ops.flatMap((op) =>
    codePoints(op.text).flatMap((character, i) => {
      const x = op.xs[i] ?? 0
      const advance = (advanceOf(METRICS[op.font], character) * op.size) / 1000
      return solid(character).length > 0 ? [[x, x + advance] as const] : []
    }),
  )
  return [Math.min(...letters.map(([from]) => from)), Math.max(...letters.map(([, to]) => to))]
}

const lineOf = (ops: readonly TextOp[]): Line => {
  const first = ops[0]!
  const { top, bottom } = METRICS[first.font]
  const margin = Math.ceil(first.size * BESIDE)
  const edge = Math.ceil(first.size * ABOVE)
  const [start, end] = breadthOf(ops)
  const from = Math.floor(start) - margin
  const above = Math.ceil((first.size * top) / 1000) + edge
  const below = Math.ceil((-first.size * bottom) / 1000) + edge
  return {
    face: faceOf(first),
    size: first.size,
    text: ops.map((op) => op.text).join(''),
    fill: first.fill,
    window: {
      x: from,
      y: first.y - above,
      w: Math.ceil(end) + margin - from,
      h: above + below,
    },
  }
}

/** What there is to read on a page, line by line. */
export const linesOf = (page: Page): readonly Line[] =>
  together(page.ops.filter((op) => op.op === 'text'))
    .filter((ops) => ops.some(({ text }) => solid(text).length > 0))
    .map(lineOf)

/** Characters that carry the words; marks differ between eye and paper by width alone. */
export const solid = (text: string): readonly string[] =>
  codePoints(text.normalize('NFKC')).filter((c) => /[\p{L}\p{N}]/u.test(c))

/** How many characters of `said` were not read: insertions beyond its length do not make it worse than nothing. */
export const misread = (said: readonly string[], read: readonly string[]): number => {
  let before = Array.from({ length: read.length + 1 }, (_, i) => i)
  said.forEach((character, i) => {
    const row = [i + 1]
    read.forEach((other, k) => {
      row.push(
        Math.min(
          (before[k] ?? 0) + (character === other ? 0 : 1),
          (before[k + 1] ?? 0) + 1,
          (row[k] ?? 0) + 1,
        ),
      )
    })
    before = row
  })
  return Math.min(said.length, before.at(-1) ?? 0)
}
