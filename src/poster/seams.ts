/** A stretch that must stay on one sheet, mm. */
export type Whole = { readonly from: number; readonly to: number }

/** Along one side: `length` mm cut over sheets of at most `reach` mm each, neighbours sharing `overlap` mm. */
export type Side = {
  readonly length: number
  readonly reach: number
  readonly overlap: number
  readonly whole: readonly Whole[]
  /** Lines of words: they may lie in an overlap, for the sheet glued on top shows them again, but not under its edge. */
  readonly lines?: readonly Whole[]
}

/** Hands cut no straighter, mm. */
const GUARD = 1.5
const EPSILON = 1e-6

/** `blocks`: where an overlap may not begin, in order: it must touch nothing that stays whole. */
type Cut = Side & { readonly blocks: readonly Whole[] }

const cutOf = (side: Side): Cut => ({
  ...side,
  blocks: side.whole
    .map(({ from, to }) => ({ from: from - side.overlap, to }))
    .toSorted((a, b) => a.from - b.from),
})

/** The last place at or before `at` where an overlap may begin. */
const before = ({ blocks }: Cut, at: number): number => {
  let place = at
  for (const block of blocks.toReversed()) {
    if (place > block.from + EPSILON && place < block.to - EPSILON) place = block.from
  }
  return place
}

const after = ({ blocks }: Cut, at: number): number => {
  let place = at
  for (const block of blocks) {
    if (place > block.from + EPSILON && place < block.to - EPSILON) place = block.to
  }
  return place
}

/** From the left, each overlap as late as it may be: the fewest sheets. Null when something whole is wider than a sheet. */
const latest = (side: Cut): readonly number[] | null => {
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
const earliest = (side: Cut, count: number): readonly number[] => {
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

/** How many lines of words an edge at this place would cut. */
const cutAt = ({ lines = [] }: Side, at: number): number =>
  lines.filter(({ from, to }) => at > from - GUARD + EPSILON && at < to + GUARD - EPSILON).length

export const linesCut = (side: Side, seams: readonly number[]): number =>
  seams.reduce((sum, seam) => sum + cutAt(side, seam), 0)

/** The allowed places next to `at`, one on each side of it. */
const beside = (side: Cut, at: number, low: number, high: number): readonly number[] => [
  Math.max(low, before(side, at)),
  Math.min(high, after(side, at)),
]

/**
 * Of the allowed places inside [low, high] the one that cuts the fewest lines, of those the nearest to `wish`; both ends
 * are allowed places.
 */
const near = (side: Cut, wish: number, low: number, high: number): number => {
  const byFewest = (places: readonly number[]) =>
    places
      .map((at) => ({ at, cut: cutAt(side, at), far: Math.abs(at - wish) }))
      .toSorted((a, b) => a.cut - b.cut || a.far - b.far)[0] ?? { at: low, cut: 0, far: 0 }
  const nearest = byFewest(beside(side, Math.min(high, Math.max(low, wish)), low, high))
  if (nearest.cut === 0) return nearest.at
  const edges = (side.lines ?? []).flatMap(({ from, to }) => [from - GUARD, to + GUARD])
  const within = edges.filter((at) => at > low && at < high)
  return byFewest([nearest.at, ...within.flatMap((at) => beside(side, at, low, high))]).at
}

/**
 * Where each overlap begins: as few sheets as can be, of nearly equal length, no overlap touching what must stay whole
 * (PRT-9), edges between lines of words where there is room. Null when that cannot be done.
 */
export const seamsOf = (asked: Side): readonly number[] | null => {
  const side = cutOf(asked)
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
