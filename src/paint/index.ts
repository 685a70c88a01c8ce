export type { PaintContext } from './context.ts'
export { paint, type PaintResources } from './paint.ts'
export { pageSvg, type SvgResources } from './svg.ts'
