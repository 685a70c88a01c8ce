import { isRefusal } from '../errors/is-refusal.ts'
import { refusal, type Refusal } from '../errors/refusal.ts'
import type { PlacedElement, PlacedWords, Tiling } from './sheet.ts'
import type { PrintWay, TemplateSize } from './template.ts'
import { A4_MM, planPages, planTiles, type TilePlan } from './tiles.ts'

/**
 * Filling the sheets is offered only where it enlarges to this much at least: less is not seen and leaves more to
 * cut.
 */
export const LEAST_FILL_PERCENT = 105
/** What no seam may run through. */
const KEPT: readonly string[] = ['qr', 'hotline']

type Joined = Exclude<Tiling, 'none'>
type Size = Pick<TemplateSize, 'widthMm' | 'heightMm'> & { readonly scale: number }

const inFile = ({ widthMm, heightMm, scale }: Size) => ({
  widthMm: widthMm * scale,
  heightMm: heightMm * scale,
})

/** Whether one sheet of A4 holds it, upright or lying. */
export const fitsA4 = (size: Size): boolean => {
  const { widthMm, heightMm } = inFile(size)
  return Math.min(widthMm, heightMm) <= A4_MM.width && Math.max(widthMm, heightMm) <= A4_MM.height
}

const NOTHING = { kept: [] }

/** True size takes at least twice as many. */
const TWICE_TWO = 4

const holdsOnTwo = (size: Size): boolean => {
  const whole = planTiles(inFile(size), 'true-size', NOTHING)
  const wasteful = !isRefusal(whole) && whole.windows.length >= TWICE_TWO
  return wasteful && !isRefusal(planTiles(inFile(size), 'two-sheets', NOTHING))
}

/**
 * The ways of making a size that make sense on this printer (PRT-17). An office has A4 and nothing else: what fits goes
 * on one sheet, what is larger on several, on two where true size would leave half of four empty, filled only where that
 * can enlarge it. Nothing for what is beyond any glueing.
 */
export const tilingsOf = (size: Size, way: PrintWay): readonly Tiling[] => {
  if (way === 'shop' || fitsA4(size)) return ['none']
  const plan = planTiles(inFile(size), 'fill', NOTHING)
  if (isRefusal(plan)) return []
  return [
    'true-size',
    ...(holdsOnTwo(size) ? (['two-sheets'] as const) : []),
    ...(plan.percent < LEAST_FILL_PERCENT ? [] : (['fill'] as const)),
  ]
}

/** The most this way of joining can enlarge the size, codes and numbers aside; 1 is true size. */
export const enlargementOf = (size: Size, tiling: Tiling): number => {
  const plan = tiling === 'fill' ? planTiles(inFile(size), tiling, NOTHING) : null
  return plan && !isRefusal(plan) ? plan.scale : 1
}

/** Several A4 sheets and what they make together: all pages counted, columns and rows of each page. */
export type Join = {
  readonly sheets: number
  readonly pages: number
  readonly columns: number
  readonly rows: number
  readonly widthMm: number
  readonly heightMm: number
  readonly percent: number
}

/** `two-sheets` null: they cannot hold it with the seam beside all lines; `fill`: it would enlarge by too little. */
export type Joins = {
  readonly 'true-size': Join
  readonly 'two-sheets': Join | null
  readonly fill: Join | null
}

const joinOf = (size: Size, plans: readonly TilePlan[]): Join => {
  const { widthMm, heightMm } = inFile(size)
  const { scale = 1, percent = 100, columns = 1, rows = 1 } = plans[0] ?? {}
  return {
    sheets: plans.reduce((sum, { windows }) => sum + windows.length, 0),
    pages: plans.length,
    columns,
    rows,
    widthMm: widthMm * scale,
    heightMm: heightMm * scale,
    percent,
  }
}

/** What the set sheet says of itself, all its pages together. */
export type SetSheet = {
  readonly placed: readonly PlacedElement[]
  readonly lines?: readonly PlacedWords[]
  readonly pages: number
}

/**
 * As the set sheet's own codes, numbers and lines allow it, page by page; PRINT_TILES_CUT, PRINT_TILES_TWO, or
 * PRINT_TILES_SMALL for filling in vain.
 */
export const plansFor = (
  size: Size,
  tiling: Joined,
  { placed, lines = [], pages }: SetSheet,
): readonly TilePlan[] | Refusal => {
  const standing = Array.from({ length: pages }, (_, i) => ({
    kept: placed.filter(({ element, page }) => page === i + 1 && KEPT.includes(element)),
    lines: lines.filter(({ page }) => page === i + 1),
  }))
  const plans = planPages(inFile(size), tiling, standing)
  const percent = isRefusal(plans) ? 0 : (plans[0]?.percent ?? 100)
  return tiling === 'fill' && !isRefusal(plans) && percent < LEAST_FILL_PERCENT
    ? refusal('PRINT_TILES_SMALL', { field: 'tiling', limit: LEAST_FILL_PERCENT, got: percent })
    : plans
}

/** Exactly what each way of joining gives for this sheet, told before anybody prints it (PRT-17). */
export const joinsOf = (size: Size, sheet: SetSheet): Joins | Refusal => {
  const whole = plansFor(size, 'true-size', sheet)
  if (isRefusal(whole)) return whole
  const joinBy = (tiling: Joined): Join | null => {
    const plans = tilingsOf(size, 'office').includes(tiling) ? plansFor(size, tiling, sheet) : null
    return plans && !isRefusal(plans) ? joinOf(size, plans) : null
  }
  return { 'true-size': joinOf(size, whole), 'two-sheets': joinBy('two-sheets'), fill: joinBy('fill') }
}
