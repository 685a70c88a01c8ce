import { refusal, type Refusal } from '../errors/refusal.ts'
import { linesCut, seamsOf, type Whole } from './seams.ts'
import type { PlacedElement, PlacedWords, Tiling } from './sheet.ts'

export const TILE_MARGIN_MM = 5
export const TILE_OVERLAP_MM = 10
/** Below the picture, inside the printer's margins: sheet map, ruler and what to do; cut or hidden when glued. */
export const TILE_STRIP_MM = 6
export const RULER_MM = 100
export const A4_MM = { width: 210, height: 297 }
/** Enlarging is tried in steps of half a per cent. */
const STEP = 0.005
/** Two sheets that would show it smaller than this are not offered: it was designed to be read from further away. */
const LEAST_ON_TWO = 0.75
/** Filling gives up this much of what the sheets could hold for a seam between lines of words. */
const WORTH_A_LINE = 0.92
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
  /** Lines of words that an edge along them cuts. */
  readonly cut: number
}

/** What stands on a page: what must stay on one sheet, and where no edge should run. */
export type Standing = {
  readonly kept: readonly PlacedElement[]
  readonly lines?: readonly PlacedWords[]
}

const PAPERS: readonly TilePlan['paper'][] = [
  { widthMm: A4_MM.width, heightMm: A4_MM.height },
  { widthMm: A4_MM.height, heightMm: A4_MM.width },
]

const reachOf = ({ widthMm, heightMm }: TilePlan['paper']) => ({
  x: widthMm - 2 * TILE_MARGIN_MM,
  y: heightMm - 2 * TILE_MARGIN_MM - TILE_STRIP_MM,
})

const along = (placed: readonly PlacedWords[], axis: 'x' | 'y', scale: number): readonly Whole[] =>
  placed.map((one) => {
    const from = one[axis] * scale
    return { from, to: from + (axis === 'x' ? one.width : one.height) * scale }
  })

const gridAt = (
  { widthMm, heightMm }: Size,
  paper: TilePlan['paper'],
  { kept, lines = [] }: Standing,
  scale: number,
): Grid | null => {
  const reach = reachOf(paper)
  const sideOf = (axis: 'x' | 'y', length: number) => ({
    length: length * scale,
    reach: reach[axis],
    overlap: TILE_OVERLAP_MM,
    whole: along(kept, axis, scale),
    lines: along(lines, axis, scale),
  })
  const [across, down] = [sideOf('x', widthMm), sideOf('y', heightMm)]
  const [xs, ys] = [seamsOf(across), seamsOf(down)]
  // A seam from top to foot crosses what runs over the whole width; one beside lines can be had.
  return xs && ys ? { paper, xs, ys, cut: linesCut(down, ys) } : null
}

const sheetsOf = ({ xs, ys }: Grid): number => (xs.length + 1) * (ys.length + 1)

/** The scale at which so many columns and rows are full. */
const mostScale = (
  { widthMm, heightMm }: Size,
  paper: TilePlan['paper'],
  columns: number,
  rows: number,
): number => {
  const reach = reachOf(paper)
  const covered = (count: number, each: number): number => count * each - (count - 1) * TILE_OVERLAP_MM
  return Math.min(covered(columns, reach.x) / widthMm, covered(rows, reach.y) / heightMm) - 1e-9
}

type Scaled = { readonly scale: number; readonly grid: Grid }

/** Downwards from `from` until a scale below `to`, the first that is taken. */
const firstAt = (from: number, to: number, at: (scale: number) => Grid | null): Scaled | null => {
  for (let scale = from; scale > to; scale -= STEP) {
    const grid = at(scale)
    if (grid) return { scale, grid }
  }
  return null
}

/**
 * As large as the same sheets allow with nothing cut through; somewhat smaller where the seams then run between lines;
 * true size when nothing larger does.
 */
const enlarged = (size: Size, grid: Grid, standing: Standing, most: number): Scaled => {
  const [columns, rows] = [grid.xs.length + 1, grid.ys.length + 1]
  const fitting = (scale: number): Grid | null => {
    const larger = gridAt(size, grid.paper, standing, scale)
    return larger?.xs.length === columns - 1 && larger.ys.length === rows - 1 ? larger : null
  }
  const largest = firstAt(Math.min(most, mostScale(size, grid.paper, columns, rows)), 1, fitting)
  if (!largest) return { scale: 1, grid }
  const between = (scale: number): Grid | null => {
    const larger = fitting(scale)
    return larger?.cut === 0 ? larger : null
  }
  return firstAt(largest.scale, Math.max(1, largest.scale * WORTH_A_LINE), between) ?? largest
}

/** As large as two sheets hold it, the seam beside all lines of words. */
const onTwo = (size: Size, paper: TilePlan['paper'], standing: Standing, most: number): readonly Scaled[] =>
  [
    [1, 2],
    [2, 1],
  ].flatMap(([columns = 1, rows = 1]) => {
    const full = Math.min(1, most, mostScale(size, paper, columns, rows))
    const found = firstAt(full, LEAST_ON_TWO, (scale) => {
      const grid = gridAt(size, paper, standing, scale)
      return grid && grid.xs.length + 1 === columns && grid.ys.length + 1 === rows && grid.cut === 0
        ? grid
        : null
    })
    return found ? [found] : []
  })

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

const choicesOn = (
  size: Size,
  tiling: Exclude<Tiling, 'none'>,
  standing: Standing,
  most: number,
): readonly Scaled[] => {
  if (tiling === 'two-sheets') return PAPERS.flatMap((paper) => onTwo(size, paper, standing, most))
  const grids = PAPERS.flatMap((paper) => gridAt(size, paper, standing, 1) ?? [])
  const fewest = Math.min(MAX_TILES, ...grids.map(sheetsOf))
  return grids
    .filter((grid) => sheetsOf(grid) === fewest)
    .map((grid) => (tiling === 'fill' ? enlarged(size, grid, standing, most) : { scale: 1, grid }))
}

/**
 * How a page is cut over A4 sheets (PRT-9): upright or lying, whichever needs fewer; at true size, as large as two hold, or
 * as large as those sheets allow. Seams go round what must stay whole, and between lines of words where there is room;
 * PRINT_TILES_CUT when something whole is larger than a sheet, PRINT_TILES_TWO when two do not hold it.
 * @param size of the page, mm
 * @param standing QR codes and hotlines of this page, and its lines
 * @param most scale not to be exceeded
 */
export const planTiles = (
  size: Size,
  tiling: Exclude<Tiling, 'none'>,
  standing: Standing,
  most = Number.POSITIVE_INFINITY,
): TilePlan | Refusal => {
  const [best] = choicesOn(size, tiling, standing, most).toSorted(
    (a, b) => a.grid.cut - b.grid.cut || b.scale - a.scale,
  )
  if (!best && tiling === 'two-sheets') return refusal('PRINT_TILES_TWO', { field: 'tiling' })
  if (!best) return refusal('PRINT_TILES_CUT', { field: 'tiling', limit: MAX_TILES })
  return {
    paper: best.grid.paper,
    marginMm: TILE_MARGIN_MM,
    overlapMm: TILE_OVERLAP_MM,
    stripMm: TILE_STRIP_MM,
    rulerMm: RULER_MM,
    scale: best.scale,
    percent: Math.floor(best.scale * 100 + 1e-6),
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
  pages: readonly Standing[],
): readonly TilePlan[] | Refusal => {
  let most = Number.POSITIVE_INFINITY
  for (;;) {
    const plans: TilePlan[] = []
    for (const standing of pages) {
      const plan = planTiles(size, tiling, standing, most)
      if ('code' in plan) return plan
      plans.push(plan)
    }
    const least = Math.min(...plans.map(({ scale }) => scale))
    // Each round ends equal or at least a step lower, to true size or to what two sheets refuse.
    if (plans.every(({ scale }) => scale === least)) return plans
    most = least
  }
}
