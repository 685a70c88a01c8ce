import { refusal, type Refusal } from '../errors/refusal.ts'
import { seamsOf, type Whole } from './seams.ts'
import type { PlacedElement, Tiling } from './sheet.ts'

export const TILE_MARGIN_MM = 5
export const TILE_OVERLAP_MM = 10
/** Below the picture, inside the printer's margins: sheet map, ruler and what to do; cut or hidden when glued. */
export const TILE_STRIP_MM = 6
export const RULER_MM = 100
export const A4_MM = { width: 210, height: 297 }
/** Enlarging is tried in steps of half a per cent. */
const STEP = 0.005
/** A poster of more sheets than this is not offered: gluing it is not practical. */
export const MAX_TILES = 64

export type TileWindow = {
  /** From 1, top left first. */
  readonly row: number
  readonly column: number
  /** `第1行第2列（共2行2列）`. */
  readonly label: string
  /** What of the poster, enlarged by `scale`, this sheet shows; mm. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Edges of the picture to cut off along the line, and those that take the glue. */
  readonly cut: readonly ('left' | 'top')[]
  readonly glue: readonly ('right' | 'bottom')[]
}

export type TilePlan = {
  readonly paper: { readonly widthMm: number; readonly heightMm: number }
  readonly marginMm: number
  readonly overlapMm: number
  readonly stripMm: number
  readonly rulerMm: number
  readonly scale: number
  /** Whole per cent for people: 131. */
  readonly percent: number
  readonly columns: number
  readonly rows: number
  readonly windows: readonly TileWindow[]
}

type Size = { readonly widthMm: number; readonly heightMm: number }
type Grid = {
  readonly paper: TilePlan['paper']
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

const PAPERS: readonly TilePlan['paper'][] = [
  { widthMm: A4_MM.width, heightMm: A4_MM.height },
  { widthMm: A4_MM.height, heightMm: A4_MM.width },
]

const reachOf = ({ widthMm, heightMm }: TilePlan['paper']) => ({
  x: widthMm - 2 * TILE_MARGIN_MM,
  y: heightMm - 2 * TILE_MARGIN_MM - TILE_STRIP_MM,
})

const wholeAlong = (kept: readonly PlacedElement[], axis: 'x' | 'y', scale: number): readonly Whole[] =>
  kept.map((element) => {
    const from = element[axis] * scale
    return { from, to: from + (axis === 'x' ? element.width : element.height) * scale }
  })

const gridAt = (
  { widthMm, heightMm }: Size,
  paper: TilePlan['paper'],
  kept: readonly PlacedElement[],
  scale: number,
): Grid | null => {
  const reach = reachOf(paper)
  const overlap = TILE_OVERLAP_MM
  const whole = (axis: 'x' | 'y') => wholeAlong(kept, axis, scale)
  const xs = seamsOf({ length: widthMm * scale, reach: reach.x, overlap, whole: whole('x') })
  const ys = seamsOf({ length: heightMm * scale, reach: reach.y, overlap, whole: whole('y') })
  return xs && ys ? { paper, xs, ys } : null
}

const sheetsOf = ({ xs, ys }: Grid): number => (xs.length + 1) * (ys.length + 1)

const mostScale = ({ widthMm, heightMm }: Size, { paper, xs, ys }: Grid): number => {
  const reach = reachOf(paper)
  const covered = (count: number, each: number): number => count * each - (count - 1) * TILE_OVERLAP_MM
  return Math.min(covered(xs.length + 1, reach.x) / widthMm, covered(ys.length + 1, reach.y) / heightMm)
}

/** As large as the same sheets allow with nothing cut through; true size when nothing larger does. */
const enlarged = (
  size: Size,
  grid: Grid,
  kept: readonly PlacedElement[],
  most: number,
): { readonly scale: number; readonly grid: Grid } => {
  for (let scale = Math.min(most, mostScale(size, grid) - 1e-9); scale > 1; scale -= STEP) {
    const larger = gridAt(size, grid.paper, kept, scale)
    if (larger && larger.xs.length === grid.xs.length && larger.ys.length === grid.ys.length)
      return { scale, grid: larger }
  }
  return { scale: 1, grid }
}

const spans = (
  length: number,
  seams: readonly number[],
): readonly { readonly from: number; readonly size: number }[] =>
  [0, ...seams].map((from, i) => {
    const seam = seams[i]
    return { from, size: (seam === undefined ? length : seam + TILE_OVERLAP_MM) - from }
  })

const windowsOf = ({ widthMm, heightMm }: Size, { xs, ys }: Grid, scale: number): readonly TileWindow[] => {
  const columns = spans(widthMm * scale, xs)
  const rows = spans(heightMm * scale, ys)
  const total = `（共${rows.length}行${columns.length}列）`
  return rows.flatMap((row, r) =>
    columns.map((column, c) => ({
      row: r + 1,
      column: c + 1,
      label: `第${r + 1}行第${c + 1}列${total}`,
      x: column.from,
      y: row.from,
      width: column.size,
      height: row.size,
      cut: [...(c > 0 ? (['left'] as const) : []), ...(r > 0 ? (['top'] as const) : [])],
      glue: [
        ...(c < columns.length - 1 ? (['right'] as const) : []),
        ...(r < rows.length - 1 ? (['bottom'] as const) : []),
      ],
    })),
  )
}

/**
 * How a page is cut over A4 sheets (PRT-9): upright or lying, whichever needs fewer; at true size or as large as those
 * sheets allow. Seams go round what must stay whole; PRINT_TILES_CUT when that is larger than a sheet.
 * @param size of the page, mm
 * @param keepWhole QR codes and hotlines of this page
 * @param most scale not to be exceeded
 */
export const planTiles = (
  size: Size,
  tiling: Exclude<Tiling, 'none'>,
  keepWhole: readonly PlacedElement[],
  most = Number.POSITIVE_INFINITY,
): TilePlan | Refusal => {
  const choices = PAPERS.flatMap((paper) => {
    const grid = gridAt(size, paper, keepWhole, 1)
    if (!grid || sheetsOf(grid) > MAX_TILES) return []
    return [tiling === 'fill' ? enlarged(size, grid, keepWhole, most) : { scale: 1, grid }]
  })
  const [best] = choices.toSorted((a, b) => sheetsOf(a.grid) - sheetsOf(b.grid) || b.scale - a.scale)
  if (!best) return refusal('PRINT_TILES_CUT', { field: 'tiling', limit: MAX_TILES })
  return {
    paper: best.grid.paper,
    marginMm: TILE_MARGIN_MM,
    overlapMm: TILE_OVERLAP_MM,
    stripMm: TILE_STRIP_MM,
    rulerMm: RULER_MM,
    scale: best.scale,
    percent: Math.floor(best.scale * 100),
    columns: best.grid.xs.length + 1,
    rows: best.grid.ys.length + 1,
    windows: windowsOf(size, best.grid, best.scale),
  }
}

/**
 * The same for every page of a sheet: all at the scale of the one that takes least, for two sides of a brochure and the
 * parts of a set are one thing.
 */
export const planPages = (
  size: Size,
  tiling: Exclude<Tiling, 'none'>,
  keepWhole: readonly (readonly PlacedElement[])[],
): readonly TilePlan[] | Refusal => {
  let most = Number.POSITIVE_INFINITY
  for (;;) {
    const plans: TilePlan[] = []
    for (const kept of keepWhole) {
      const plan = planTiles(size, tiling, kept, most)
      if ('code' in plan) return plan
      plans.push(plan)
    }
    const least = Math.min(...plans.map(({ scale }) => scale))
    // Each round ends equal or at least a step lower, and true size is equal for all.
    if (plans.every(({ scale }) => scale === least)) return plans
    most = least
  }
}
