import { isRefusal } from '../errors/is-refusal.ts'
import { refusal, type Refusal } from '../errors/refusal.ts'
import type { PlacedElement, Tiling } from './sheet.ts'
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

/**
 * The ways of making a size that make sense on this printer (PRT-17). An office has A4 and nothing else: what fits goes
 * on one sheet, what is larger on several, filled only where that can enlarge it. Nothing for what is beyond any glueing.
 */
export const tilingsOf = (size: Size, way: PrintWay): readonly Tiling[] => {
  if (way === 'shop' || fitsA4(size)) return ['none']
  const plan = planTiles(inFile(size), 'fill', [])
  if (isRefusal(plan)) return []
  return plan.percent < LEAST_FILL_PERCENT ? ['true-size'] : ['true-size', 'fill']
}

/** The most this way of joining can enlarge the size, codes and numbers aside; 1 is true size. */
export const enlargementOf = (size: Size, tiling: Tiling): number => {
  const plan = tiling === 'fill' ? planTiles(inFile(size), tiling, []) : null
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

/** `fill` null: it would enlarge by too little. */
export type Joins = { readonly 'true-size': Join; readonly fill: Join | null }

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

/** As the set sheet's own codes and numbers allow it, page by page; PRINT_TILES_CUT, or PRINT_TILES_SMALL for filling in vain. */
export const plansFor = (
  size: Size,
  tiling: Joined,
  placed: readonly PlacedElement[],
  pages: number,
): readonly TilePlan[] | Refusal => {
  const kept = Array.from({ length: pages }, (_, i) =>
    placed.filter(({ element, page }) => page === i + 1 && KEPT.includes(element)),
  )
  const plans = planPages(inFile(size), tiling, kept)
  const percent = isRefusal(plans) ? 0 : (plans[0]?.percent ?? 100)
  return tiling === 'fill' && !isRefusal(plans) && percent < LEAST_FILL_PERCENT
    ? refusal('PRINT_TILES_SMALL', { field: 'tiling', limit: LEAST_FILL_PERCENT, got: percent })
    : plans
}

/** Exactly what each way of joining gives for this sheet, told before anybody prints it (PRT-17). */
export const joinsOf = (size: Size, placed: readonly PlacedElement[], pages: number): Joins | Refusal => {
  const [whole, fill] = (['true-size', 'fill'] as const).map((tiling) =>
    plansFor(size, tiling, placed, pages),
  )
  if (!whole || isRefusal(whole)) return whole ?? refusal('PRINT_TILES_CUT', { field: 'tiling' })
  return {
    'true-size': joinOf(size, whole),
    fill: !fill || isRefusal(fill) ? null : joinOf(size, fill),
  }
}
