/** What other rooms may use of pages. */
export { charactersOf } from './charset.ts'
export { beyondBase, missingGlyphs, type Coverage, type FontCoverage, type Ranges } from './coverage.ts'
export { describePage, type PageDescription } from './describe.ts'
export { dwellOf, MOST_CHARACTERS } from './dwell.ts'
export type { Stamp, Wording } from './draft.ts'
export { ANTI_FRAUD, fallbackPages, POLICE } from './fallback.ts'
export {
  setPages1,
  setPages2,
  type Layout,
  type Part,
  type Script,
  type SetPages,
  type Setting,
} from './layout.ts'
export { floorPx, minPx } from './legibility.ts'
export { METRICS } from './metrics.generated.ts'
export type { FontMetrics, Metrics } from './metrics.ts'
export { pictureNeeds, withRenditions, type PictureNeed } from './pictures.ts'
export type { Voice } from './voices.ts'
