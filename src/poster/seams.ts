/** A stretch that must stay on one sheet, mm. */
export type Whole = { readonly from: number; readonly to: number }

/** Along one side: `length` mm cut over sheets of at most `reach` mm each, neighbours sharing `overlap` mm. */
export type Side = {
  readonly length: number
  readonly reach: number
  readonly overlap: number
  readonly whole: readonly Whole[]
}

const EPSILON = 1e-6

/** Where an overlap may not begin: it must touch nothing that stays whole. */
const blocks = ({ whole, overlap }: Side): readonly Whole[] =>
  whole.map(({ from, to }) => ({ from: from - overlap, to })).toSorted((a, b) => a.from - b.from)

/** The last place at or before `at` where an overlap may begin. */
const before = (side: Side, at: number): number => {
  let place = at
  for (const block of blocks(side).toReversed()) {
    if (place > block.from + EPSILON && place < block.to - EPSILON) place = block.from
  }
  return place
}

const after = (side: Side, at: number): number => {
  let place = at
  for (const block of blocks(side)) {
    if (place > block.from + EPSILON && place < block.to - EPSILON) place = block.to
  }
  return place
}

/** From the left, each overlap as late as it may be: the fewest sheets. Null when something whole is wider than a sheet. */
const latest = (side: Side): readonly number[] | null => {
  const { length, reach, overlap } = side
  const seams: number[] = []
  let start = 0
  while (length - start > reach + EPSILON) {
    const seam = before(side, start + reach - overlap)
    if (seam <= start + overlap) return null
    seams.push(seam)
    start = seam
  }
  return seams
}

/** The same from the right: each as early as it may be, with the same number. */
const earliest = (side: Side, count: number): readonly number[] => {
  const { length, reach } = side
  const seams: number[] = []
  let end = length
  for (let left = count; left > 0; left -= 1) {
    const seam = after(side, end - reach)
    seams.unshift(seam)
    end = seam + side.overlap
  }
  return seams
}

/** Nearest allowed place to `wish` inside [low, high]; both ends are allowed places. */
const near = (side: Side, wish: number, low: number, high: number): number => {
  const clamped = Math.min(high, Math.max(low, wish))
  const left = Math.max(low, before(side, clamped))
  const right = Math.min(high, after(side, clamped))
  return clamped - left <= right - clamped ? left : right
}

/**
 * Where each overlap begins: as few sheets as can be, of nearly equal length, no overlap touching what must stay whole
 * (PRT-9). Null when that cannot be done.
 */
export const seamsOf = (side: Side): readonly number[] | null => {
  const late = latest(side)
  if (!late) return null
  const early = earliest(side, late.length)
  const seams: number[] = []
  late.forEach((last, i) => {
    const previous = seams[i - 1] ?? 0
    const high = before(side, Math.min(last, previous + side.reach - side.overlap))
    const low = Math.min(high, Math.max(early[i] ?? 0, after(side, previous + side.overlap)))
    const even = ((i + 1) * (side.length - side.overlap)) / (late.length + 1)
    seams.push(near(side, even, low, high))
  })
  return seams
}
